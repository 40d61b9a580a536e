"""Reads a feed as a feed reader and as XML, and says what it found.

Usage: read_feed.py FILE
"""

import sys
import xml.dom.minidom

import feedparser

with open(sys.argv[1], "rb") as file:
    data = file.read()
xml.dom.minidom.parseString(data)
feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
if feed.bozo or feed.version != "atom10":
    sys.exit(f"not read as Atom: {feed.version} {feed.get('bozo_exception')}")
print("title:", feed.feed.title)
print("id:", feed.feed.id)
print("updated:", feed.feed.updated)
for entry in feed.entries:
    print("entry:", entry.id)
    print(" ", entry.title)
    print(" ", entry.updated)
    for link in entry.links:
        print(" ", link.rel, link.href)
    print(" ", entry.content[0].value)
