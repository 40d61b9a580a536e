/// The words of the sample, all of them our own. Nobody bears the names, and no sound bears the titles on purpose.
enum Vocabulary {
    static var digits: StaticString { "0123456789" }
    static var addressAlphabet: StaticString { "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_" }

    static let materials = [
        "paper", "copper", "velvet", "amber", "mossy", "salted", "clay", "linen", "cobalt", "misty", "thimble",
        "walnut",
        "plume", "tin", "saffron", "woolen", "pebble", "marble", "juniper", "inky", "lunar", "maple", "quiet", "rusty",
    ]
    static let things = [
        "lantern", "kettle", "otter", "teapot", "bicycle", "comet", "biscuit", "harbor", "sparrow", "pickle", "turnip",
        "yarn", "robot", "noodle", "meadow", "puddle", "piano", "beetle", "tulip", "muffin", "glacier", "cactus",
        "waffle", "origami", "violin", "dumpling",
    ]
    static let places = [
        "lab", "club", "studio", "works", "garden", "diary", "corner", "parade", "attic", "bureau", "orbit", "kitchen",
    ]

    static let tags = [
        "papercraft", "slowliving", "kitchenscience", "tinyhouse", "restoration", "streetfood", "stopmotion",
        "woodwork",
        "morningrun", "citybikes", "pottery", "knitting", "foraging", "sketchbook", "lofi", "catsofthelab", "balcony",
        "sourdough", "origami", "nightsky", "repair", "miniature", "rainyday", "zerowaste", "oddlysatisfying",
        "learnontape", "kettlebells", "houseplants", "ricochet", "onepan", "שקיעה", "お茶", "café",
    ]

    static let sounds = [
        "Slow Lamp", "Tin Roof Waltz", "Kettle at Nine", "Paper Rain", "Marmalade Motor", "Under the Stairs",
        "Seven Pigeons", "Low Tide Radio", "Copper Kite", "Soft Landing (sped up)", "Biscuit Tin Blues", "Night Tram",
        "Fog Machine", "Hello, Turnip", "Blue Thread", "Half a Moon", "Otter Disco", "The Long Hallway", "Pocket Choir",
        "Window Seat", "紙の雨", "Ampersand & Sons",
    ]
    static let artists = [
        "Moth Parade", "The Spare Keys", "Velvet Thimble", "Lindy Static", "Owl Committee", "Tuesday Choir",
        "Pillow Fort Ensemble", "Grandpa's Modem",
    ]
}
