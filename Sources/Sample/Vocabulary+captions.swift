extension Vocabulary {
    /// What a caption says; `#` stands for a thing.
    static let captions = [
        "I rebuilt a # in sixty seconds", "Three mistakes everybody makes with a #", "POV: your # finally works",
        "Nobody asked for a giant #, so here it is ✨", "How to fold a # from one sheet 📄", "day 14 of drawing a #",
        "The # test: cheap vs. expensive", "Wait for the # 👀", "This # took me 41 hours 🫠",
        "Can a # survive the dishwasher?",
        "Tiny # for a tiny kitchen 🍳", "My neighbour threw away this #. I could not.", "what happens inside a #",
        "One pan, one #, ten minutes", "Rating every # in the market", "the quietest # you will see today 🌙",
        "I asked 50 strangers about their #", "From scrap to # in one afternoon 🔧", "Why is the # always upside down?",
        "Morning routine of a #", "A # made of nothing but tape", "Restoring a # from the flea market, part 2",
        "5 things I wish I knew before buying a #", "How they really make a #", "Un # hecho a mano ❤️",
        "Das # vom Dachboden, Teil 3", "Le petit # du dimanche ☕️", "もう一度 # を作る 🍵",
        "איך לקפל # מנייר אחד 🏮", "كيف تصنع # من الورق فقط",
    ]

    /// Captions that try what a page does with markup, quotes, directions and width.
    static let awkwardCaptions = [
        "<b>bold move</b> & \"quotes\"", "</title><script>alert('tea')</script>", "'; DROP TABLE kettles; --",
        "{{7*7}} ${kettle} %s %n", "=HYPERLINK(\"tea\")", "a < b && c > d, says the teapot", "\u{202E}txet desrever",
        "👨‍👩‍👧‍👦🏳️‍🌈 e\u{301}e\u{301} ﷽", "Waaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaait",
        "مرحبا <i>world</i> שלום", "line one\nline two\n\nline four",
    ]

    /// Sentences that long captions are made of.
    static let sentences = [
        "It began with a box of parts that nobody wanted.", "The glue needs a night, and so did I.",
        "If you try this at home, open a window.", "No, the cat was not paid for this.",
        "Every cut was measured twice and still went wrong once.", "The list of tools stands at the end.",
        "Tell me what I should fold next.", "Yes, it holds water. No, I do not know for how long.",
        "Thanks to everybody who came by while it rained.", "The sound is what you think it is.",
    ]

    static func caption(using random: inout SplitMix64) -> String {
        if random.chance(0.03) { return random.pick(awkwardCaptions) }
        let halves = random.pick(captions).split(separator: "#", omittingEmptySubsequences: false)
        var caption = halves.joined(separator: random.pick(things))
        if random.chance(0.2) {
            for _ in 0...random.integer(below: 4) { caption += " " + random.pick(sentences) }
        }
        if random.chance(0.015) {
            while caption.utf8.count < 2_000 { caption += "\n" + random.pick(sentences) }
        }
        return caption
    }
}
