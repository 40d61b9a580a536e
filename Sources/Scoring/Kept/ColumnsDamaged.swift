/// Bytes that are not the columns that they should be.
package struct ColumnsDamaged: Error {
    /// Nothing more can be said.
    package init() {}
}
