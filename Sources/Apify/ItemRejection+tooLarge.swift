extension ItemRejection {
    /// The rejection of an item of `byteCount` bytes where `maximumLength` are allowed.
    public static func tooLarge(byteCount: Int, maximumLength: Int) -> ItemRejection {
        ItemRejection(.tooLarge, "the item is \(byteCount) bytes long, more than \(maximumLength)")
    }
}
