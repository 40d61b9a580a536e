import CExpat

/// Drawings and feeds as Expat reads them.
enum XMLOutline {
    static func of(_ file: [UInt8]) -> Outline {
        var outline = Outline()
        guard let parser = unsafe XML_ParserCreate(nil) else {
            outline.error = "no memory"
            return outline
        }
        defer { unsafe XML_ParserFree(parser) }
        unsafe withUnsafeMutablePointer(to: &outline) { outline in
            unsafe XML_SetUserData(parser, outline)
            unsafe XML_SetElementHandler(parser, begin, end)
            unsafe XML_SetCharacterDataHandler(parser, text)
            unsafe file.withUnsafeBytes { file in
                let text = unsafe file.assumingMemoryBound(to: CChar.self)
                if unsafe XML_Parse(parser, text.baseAddress, Int32(file.count), 1) != XML_STATUS_OK {
                    unsafe outline.pointee.error = String(cString: XML_ErrorString(XML_GetErrorCode(parser)))
                }
            }
        }
        return outline
    }

    private static let begin: XML_StartElementHandler = { outline, name, attributes in
        guard let outline = unsafe outline?.assumingMemoryBound(to: Outline.self), var attribute = unsafe attributes
        else { return }
        unsafe outline.pointee.add(.begin, name)
        while let name = unsafe attribute[0], let value = unsafe attribute[1] {
            unsafe outline.pointee.add(.attribute, name)
            unsafe outline.pointee.add(.value, value)
            unsafe attribute += 2
        }
    }

    private static let end: XML_EndElementHandler = { outline, _ in
        unsafe outline?.assumingMemoryBound(to: Outline.self).pointee.add(.end)
    }

    private static let text: XML_CharacterDataHandler = { outline, text, count in
        let piece = unsafe UnsafeRawBufferPointer(start: text, count: Int(count))
        unsafe outline?.assumingMemoryBound(to: Outline.self).pointee.add(text: piece)
    }
}
