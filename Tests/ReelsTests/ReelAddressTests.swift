import Reels
import Testing

struct ReelAddressTests {
    @Test(
        "https on the platform's own hosts becomes a link",
        arguments: [
            ("https://www.instagram.com/p/abc/", Platform.instagram),
            ("https://instagram.com/reel/abc", .instagram),
            ("https://www.tiktok.com/@a.b/video/7", .tiktok),
            ("https://m.youtube.com/shorts/abc?x=1", .youtube),
            ("https://youtu.be/abc", .youtube),
        ])
    func accepts(text: String, platform: Platform) {
        #expect(ReelAddress(text, platform: platform)?.text == text)
    }

    @Test(
        "anything else stays text",
        arguments: [
            "http://www.instagram.com/p/abc/", "javascript:alert(1)", "https://instagram.com.evil.example/p/",
            "https://evilinstagram.com/", "https://user@instagram.com/", "https://instagram.com:8443/",
            "https://evil.example/instagram.com", "https://evil.example?instagram.com", "//instagram.com/p",
            "https://instagram.com\\@evil.example/", "https://instagram.com/\" onclick=",
            "https://instagram.com/\u{202E}",
            "https://", "https://.instagram.com.", "https://.instagram.com/", "https://evil.example@www.instagram.com/",
            "https://user:pw@www.instagram.com/", "https://www..instagram.com/", " https://instagram.com/",
            "HTTPS://instagram.com/",
        ])
    func refuses(text: String) {
        #expect(ReelAddress(text, platform: .instagram) == nil)
    }
}
