"""Items of our own invention, in the shapes that actors write."""

import json
from datetime import datetime, timedelta, timezone


def tiktok(number, observed, age_hours, views, text="a made-up video", creator="maker.one", url=None, sound="a sound"):
    published = observed - timedelta(hours=age_hours)
    return {
        "id": f"74{number:017}",
        "text": text,
        "createTimeISO": published.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        "webVideoUrl": url or f"https://www.tiktok.com/@maker/video/74{number:017}",
        "authorMeta": {"name": creator},
        "musicMeta": {"musicId": "1", "musicName": sound},
        "videoMeta": {"duration": 12},
        "isSlideshow": False,
        "playCount": views,
        "diggCount": views // 9,
        "commentCount": views // 90,
        "shareCount": views // 99,
        "collectCount": 0,
        "hashtags": [{"name": text[:100]}],
    }


def instagram(number, observed, age_hours, views, text="a made-up reel", creator="maker.two", url=None, sound="a sound"):
    published = observed - timedelta(hours=age_hours)
    return {
        "id": f"37{number:017}", "type": "Video", "shortCode": f"Made{number}", "caption": text,
        "url": url or f"https://www.instagram.com/p/Made{number}/", "commentsCount": views // 80,
        "likesCount": views // 12, "videoPlayCount": views, "timestamp": published.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        "ownerUsername": creator, "productType": "clips", "videoDuration": 9.5, "hashtags": [text[:100]],
        "musicInfo": {"artist_name": sound, "song_name": sound, "audio_id": "28"},
    }


def youtube(number, observed, age_hours, views, text="a made-up short", creator="maker three", url=None, sound=None):
    published = observed - timedelta(hours=age_hours)
    return {
        "id": f"Made{number:07}", "url": url or f"https://www.youtube.com/shorts/Made{number:07}", "title": text,
        "viewCount": views, "likes": views // 20, "commentsCount": views // 70, "channelName": creator,
        "duration": "00:00:16", "date": published.strftime("%Y-%m-%dT%H:%M:%S.000Z"), "hashtags": [text[:100]],
    }


def now():
    return datetime.now(timezone.utc).replace(microsecond=0)


def dataset(items):
    return json.dumps(items)


def stamp(instant):
    return instant.strftime("%Y-%m-%dT%H:%M:%SZ")
