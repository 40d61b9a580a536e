import Markup
import Reels
import Scoring

extension ReelsPage {
    /// About so many bytes a reel; for making room at once.
    private static let usualLength = 1_300

    /// The answer with its frame: what was asked, which cohorts answered, and the reels.
    var json: Answer {
        Answer { answer in
            answer.reserve((places.count + 2) * Self.usualLength)
            answer.member("as_of", .time(cohorts.map(\.asOf).max()))
            answer.member("window", .text(query.cohorts.window.rawValue))
            answer.member("platform", .text(query.cohorts.platform?.rawValue))
            answer.member("dataset", .text(snapshot.dataset.rawValue))
            answer.member("cohort_size", .count(Int64(cohorts.reduce(0) { $0 + $1.size })))
            answer.member("cohorts") { list in
                list.array { list in
                    for cohort in cohorts { list.write(cohort) }
                }
            }
            answer.member("items") { items in
                items.array { items in
                    for place in places { items.write(ranking[place]) }
                }
            }
            answer.member("next_cursor", .text(next?.text))
        }
    }

    /// A line of JSON a reel, without the frame.
    var jsonLines: Answer {
        var writer = JSONWriter()
        writer.reserve(places.count * Self.usualLength)
        for place in places {
            writer.write(ranking[place])
            writer.endLine()
        }
        return Answer(contentType: "application/x-ndjson", headers: nextLink, body: writer.bytes)
    }

    /// A header and a line a reel, to be saved as a file.
    var csv: Answer {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(places.count * Self.usualLength / 2)
        bytes.append(csvHeader: ReelField.all.map(\.name))
        for place in places {
            let reel = ToldReel(ranking[place])
            bytes.append(csv: ReelField.all.lazy.map { $0.value(reel) })
        }
        let disposition = ("Content-Disposition", "attachment; filename=\"\(fileName).csv\"")
        return Answer(
            contentType: "text/csv; charset=utf-8; header=present", headers: [disposition] + nextLink, body: bytes)
    }

    /// Made of our own words and digits only.
    private var fileName: String {
        let day = cohorts.map(\.asOf).max().map { String($0.iso8601.prefix { $0 != "T" }) }
        let parts = [
            "shortpulse", snapshot.dataset.rawValue, query.cohorts.platform?.rawValue, query.cohorts.window.rawValue,
            day,
        ]
        return parts.compactMap { $0 }.joined(separator: "-")
    }

    /// What has no frame tells in a field where it goes on (RFC 8288).
    private var nextLink: [(name: String, value: String)] {
        guard let next else { return [] }
        var following = query
        following.cursor = next
        return [("Link", "<\(following.address.text)>; rel=\"next\"")]
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ reel: ScoredReel) {
        let reel = ToldReel(reel)
        object { object in
            for field in ReelField.all { object.member(field.name, field.value(reel)) }
        }
    }
}
