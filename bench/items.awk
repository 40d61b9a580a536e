# Invents the items of a dataset, one JSON object a line, in the shapes that the actors of the three platforms write:
# the same ones each time. Of a hundred items about 97 are observed, 1 repeats another and 2 are no reels.
# Usage: awk -v count=100000 -f items.awk

BEGIN {
    state = 20250501
    word_count = split("morning market salt river tiny kitchen night bus rain garden quiet cat loud drum slow bread", words)
    oddity_count = split("café naïve über 日本の вечер 🌊 ✨ … #fyp \\n \\n\\n \\\"really\\\"", oddities)
    alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"
    for (i = 0; i < 4096; i++) pairs[i] = substr(alphabet, 1 + int(i / 64), 1) substr(alphabet, 1 + i % 64, 1)
    for (number = 1; number <= count; number++) print item()
}

function item(    kind) {
    kind = below(100)
    if (kind == 0) return error_row()
    if (kind == 1) return instagram("Image")
    if (kind == 2 && previous != "") return previous
    return previous = kind < 60 ? instagram("Video") : kind < 88 ? tiktok() : youtube()
}

function error_row() {
    return object(text("url", "https://www.instagram.com/reels/") text("error", "no_items") \
        text("errorDescription", "Empty or private data for provided input"))
}

function instagram(type,    code, views, handle) {
    code = letters(11)
    views = spread(6)
    handle = "creator." letters(8)
    return object(text("inputUrl", "https://www.instagram.com/reels/") text("id", 3 digits(18)) text("type", type) \
        text("shortCode", code) text("caption", caption()) list("hashtags", tags("\"", "\"")) list("mentions") \
        text("url", "https://www.instagram.com/p/" code "/") bare("commentsCount", int(views / 90)) \
        text("firstComment", "") list("latestComments") bare("dimensionsHeight", 1920) bare("dimensionsWidth", 1080) \
        text("displayUrl", signed(".jpg")) list("images") text("videoUrl", signed(".mp4")) bare("alt", "null") \
        bare("likesCount", below(20) ? int(views / 17) : -1) bare("videoPlayCount", views) bare("igPlayCount", views) \
        text("timestamp", time()) list("childPosts") text("ownerFullName", "Creator " number) \
        text("ownerUsername", handle) text("ownerId", 1 digits(9)) text("productType", "clips") \
        bare("videoDuration", below(90) "." digits(15)) bare("isSponsored", "false") list("taggedUsers") \
        bare("musicInfo", object(text("artist_name", handle) text("song_name", "Original audio") \
            bare("uses_original_audio", "true") bare("should_mute_audio", "false") text("should_mute_audio_reason", "") \
            text("audio_id", 2 digits(15)))) \
        bare("isCommentsDisabled", "false"))
}

function tiktok(    id, views, handle) {
    id = 7 digits(18)
    views = spread(7)
    handle = "creator_" letters(8)
    return object(text("id", id) text("text", caption()) text("textLanguage", "en") \
        bare("createTime", 17390 + below(70) digits(5)) text("createTimeISO", time()) bare("isAd", "false") \
        bare("authorMeta", object(text("id", 6 digits(18)) text("name", handle) \
            text("profileUrl", "https://www.tiktok.com/@" handle) text("nickName", "Creator " number) \
            bare("verified", "false") text("signature", sentence(8)) bare("bioLink", "null") \
            text("avatar", signed(".webp")) bare("following", below(900)) bare("fans", spread(6)) \
            bare("heart", spread(7)) bare("video", below(600)))) \
        bare("musicMeta", object(text("musicName", "original sound") text("musicAuthor", handle) \
            bare("musicOriginal", "true") text("musicId", id))) \
        text("webVideoUrl", "https://www.tiktok.com/@" handle "/video/" id) list("mediaUrls") \
        bare("videoMeta", object(bare("height", 1024) bare("width", 576) bare("duration", below(170)) \
            text("coverUrl", signed(".jpg")) text("definition", "540p") text("format", "mp4"))) \
        bare("diggCount", int(views / 12)) bare("shareCount", int(views / 800)) bare("playCount", views) \
        bare("collectCount", int(views / 150)) bare("commentCount", int(views / 400)) list("mentions") \
        list("hashtags", tags("{\"name\":\"", "\"}")) list("effectStickers") bare("isSlideshow", "false") \
        bare("isPinned", "false") bare("isSponsored", "false"))
}

function youtube(    id, views) {
    id = letters(11)
    views = spread(6)
    return object(text("title", sentence(9)) bare("translatedTitle", "null") text("type", "shorts") text("id", id) \
        text("url", "https://www.youtube.com/shorts/" id) \
        text("thumbnailUrl", "https://i.ytimg.com/vi/" id "/maxresdefault.jpg") bare("viewCount", views) \
        text("date", time()) bare("likes", below(6) ? int(views / 30) : "null") bare("location", "null") \
        text("channelName", "Channel " number) text("channelUrl", "https://www.youtube.com/@channel_" letters(8)) \
        text("channelId", "UC" letters(22)) text("channelJoinedDate", "Nov 1, 2018") \
        bare("channelTotalVideos", below(900)) bare("numberOfSubscribers", spread(6)) bare("isChannelVerified", "false") \
        bare("isAgeRestricted", "false") text("duration", "00:00:" 10 + below(50)) \
        bare("commentsCount", int(views / 300)) text("text", caption()) list("hashtags", tags("\"#", "\"")) \
        bare("isMembersOnly", "false") bare("commentsTurnedOff", "false"))
}

# Members of an object, each with a comma after it, and the object.
function text(name, value) { return "\"" name "\":\"" value "\"," }

function bare(name, value) { return "\"" name "\":" value "," }

function list(name, elements) { return "\"" name "\":[" elements "]," }

function object(members) { return "{" substr(members, 1, length(members) - 1) "}" }

# A whole number from 0 up to, and without, limit. Every product is exact in a double.
function below(limit) {
    state = state * 16807 % 2147483647
    return state % limit
}

# A number of one to so many digits, each length as often.
function spread(longest) { return substr(1 + below(9) digits(longest - 1), 1, 1 + below(longest)) }

function digits(size,    some) {
    while (length(some) < size) some = some substr(1000000 + below(1000000), 2)
    return substr(some, 1, size)
}

function letters(size,    some) {
    while (length(some) < size) some = some pairs[below(4096)]
    return substr(some, 1, size)
}

function sentence(size,    some) {
    for (some = words[1 + below(word_count)]; size > 1; size--) some = some " " words[1 + below(word_count)]
    return some
}

function caption(    some, size) {
    size = below(8)
    for (some = sentence(4 + below(5)); size > 0; size--)
        some = some " " oddities[1 + below(oddity_count)] " " sentence(2 + below(5))
    return some
}

# What stands around a tag is given; the tags themselves repeat, as on the platforms.
function tags(opening, closing,    some, size) {
    for (size = below(7); size > 0; size--) some = some opening "tag" below(5000) closing (size > 1 ? "," : "")
    return some
}

function time() {
    return sprintf("2025-%02d-%02dT%02d:%02d:%02d.000Z", 2 + below(3), 1 + below(28), below(24), below(60), below(60))
}

# An address as the platforms sign theirs; nothing answers there.
function signed(extension) {
    return "https://cdn.example.invalid/v/t2/" digits(16) "_n" extension \
        "?efg=" letters(96) "&_nc_ohc=" letters(24) "&oh=00_" letters(40)
}
