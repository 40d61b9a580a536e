import Reels

extension DescribedRoute {
    /// Every route of the table, the API before the pages.
    package static let all =
        [reels, reel, drawing, feed, health, ingestStatus, runs, run, startRun, openAPI, apiPage]
        + [
            page("/", "dashboard", "What is in the data at a glance"), performance, reelPage, creatorPage,
            page("/creator-studio", "creatorStudio", "What Creator Studio will be"),
            page("/media-library", "mediaLibrary", "What the Media Library will be"),
        ]

    private static let reels = DescribedRoute(
        method: "GET", path: "/reels/performance", name: "listReels",
        summary: "the reels of one or all cohorts, ranked",
        notes: [
            """
            A cohort is the reels of one platform that were published in the window that ends at as-of. Each reel is \
            ranked in the cohort of its own platform. Filters choose what is shown; they change no rank, percentile or \
            cohort size.
            """,
            """
            `format=ndjson` gives the items alone, one a line; `format=csv` gives them under a header (RFC 4180), with an \
            empty cell for null. Where more follows, `Link` says so.
            """,
        ],
        parameters: DescribedParameter.list, headers: [.ifNoneMatch],
        answers: [
            DescribedAnswer(
                200, "The reels, best first.",
                [
                    .json(.list, .reels), DescribedBody(type: "application/x-ndjson", examples: [.reelLines]),
                    DescribedBody(type: "text/csv", examples: [.reelTable]),
                ], headers: .kept + [.link]), .notModified,
        ], errors: [410, 422])

    private static let feed = DescribedRoute(
        method: "GET", path: "/performance.atom", name: "breakoutFeed",
        summary: "the reels that break out, as an Atom feed",
        notes: [
            """
            The reels listed now, at most 50: those that entered with the newest run first, then by when they were seen. A \
            reel is one entry, with one identifier for ever; `updated` is when it was seen last. Links to this site are \
            relative to the feed's address. An unknown parameter is dropped by a redirection, and errors are pages.
            """
        ],
        parameters: DescribedParameter.cohorts, headers: [.ifNoneMatch],
        answers: [
            DescribedAnswer(
                200, "The feed (RFC 4287).", [DescribedBody(type: "application/atom+xml", examples: [.feed])],
                headers: .kept), .notModified, .canonical,
        ], errors: [410, 422])

    private static let health = DescribedRoute(
        method: "GET", path: "/health", name: "health",
        summary: "whether there is something to serve, and how old it is",
        notes: ["503, with the same members, only where nothing can be served. Asks the database each time."],
        answers: [
            DescribedAnswer(200, "There is something to serve.", [.json(.health, .health)], headers: [.caching])
        ], errors: [422])

    private static let ingestStatus = DescribedRoute(
        method: "GET", path: "/ingest/status", name: "ingestStatus",
        summary: "how the ingestion of live data stands",
        notes: ["Live data only, as the database has it now."],
        answers: [DescribedAnswer(200, "How it stands.", [.json(.ingestStatus, .ingestStatus)], headers: [.caching])],
        errors: [422])

    private static let runs = DescribedRoute(
        method: "GET", path: "/ingest/runs", name: "listRuns", summary: "the ingestions, newest first",
        notes: ["Whoever prefers `text/html` gets a page, at its canonical address."],
        parameters: DescribedParameter.runs,
        answers: [
            DescribedAnswer(200, "The runs.", [.json(.runs, .runs), .page], headers: [.caching]), .canonical,
        ], errors: [422])

    private static let run = DescribedRoute(
        method: "GET", path: "/ingest/runs/{id}", name: "getRun", summary: "one of them",
        notes: ["Whoever prefers `text/html` gets a page that asks again until the run has ended."],
        pathParameters: [DescribedParameter("id", .uuid, values: "`id` of a run, in lower case")],
        answers: [DescribedAnswer(200, "The run.", [.json(.run, .run), .page], headers: [.caching]), .canonical],
        errors: [404, 422])

    private static let startRun = DescribedRoute(
        method: "POST", path: "/ingest/run", name: "startRun",
        summary: "asks for an ingestion; needs the operator's token",
        notes: [
            """
            It costs money: send the operator's token as `Authorization: Bearer ...` or as the form field \
            `operator_token`. 403 where none is configured, 503 without credentials for Apify. With `Prefer: wait=N` it \
            waits: 200, or 502 where the run failed, or 202 where the time was too short.
            """
        ],
        headers: [
            DescribedParameter(
                "Prefer", .pattern("^wait=[0-9]{1,3}$"),
                values: "`wait=N`: wait for the end of the run up to N seconds, at most \(StartRun.longestWait)")
        ],
        needsToken: true,
        answers: [
            DescribedAnswer(
                200, "The run was waited for, and has ended.", [.json(.ingested, .ingested)],
                headers: [.location, .preferenceApplied]),
            DescribedAnswer(202, "It was taken up.", [.json(.accepted, .accepted)], headers: [.location]),
            DescribedAnswer(303, "To the run's page, for whoever prefers `text/html`.", headers: [.location]),
        ], errors: [401, 403, 409, 413, 422])

    private static let openAPI = DescribedRoute(
        method: "GET", path: "/openapi.json", name: "openAPI", summary: "this description, as OpenAPI 3.1",
        headers: [.ifNoneMatch],
        answers: [
            DescribedAnswer(200, "The description.", [DescribedBody(type: "application/json")], headers: .kept),
            .notModified,
        ], errors: [422])

    private static let reel = DescribedRoute(
        method: "GET", path: "/reels/{platform}/{reel_id}", name: "getReel",
        summary: "one reel, its scores, and every observation",
        notes: [
            """
            Everything about one reel as of one instant. The database is asked: 503 where it is away. 404 for a reel that \
            was not observed by then.
            """
        ],
        pathParameters: [.platform, .reelID],
        parameters: DescribedParameter.ofReel, headers: [.ifNoneMatch],
        answers: [
            DescribedAnswer(200, "The reel.", [.json(.record, .reel)], headers: .kept), .notModified,
        ], errors: [404, 410, 422])

    private static let drawing = DescribedRoute(
        method: "GET", path: "/performance.svg", name: "drawing",
        summary: "the scatter alone, to be shown elsewhere",
        notes: [
            """
            With its own title, description and colours, for an `img` of any site. Parameters that make no difference to \
            it are dropped by a redirection, as unknown ones are, and errors are pages.
            """
        ],
        parameters: DescribedParameter.ofPerformance, headers: [.ifNoneMatch],
        answers: [
            DescribedAnswer(200, "The drawing.", [DescribedBody(type: "image/svg+xml")], headers: .kept),
            .notModified, .canonical,
        ], errors: [410, 422])

    private static let reelPage: DescribedRoute = {
        var route = page(
            "/performance/{platform}/{reel_id}", "reelPage", "One reel: its growth, its numbers, how they are made")
        route.pathParameters = [.platform, .reelID]
        route.parameters = DescribedParameter.ofReel
        route.errors.append(404)
        return route
    }()

    private static let creatorPage: DescribedRoute = {
        var route = page("/creators/{platform}/{creator}", "creatorPage", "A creator’s reels, each against the others")
        route.pathParameters = [
            .platform, DescribedParameter("creator", .text, values: "`creator_username` of a reel"),
        ]
        route.parameters = DescribedParameter.ofReel
        route.errors.append(404)
        return route
    }()

    private static let apiPage = DescribedRoute(
        method: "GET", path: "/api", name: "apiPage", summary: "The API, to be read",
        answers: [DescribedAnswer(200, "The page.", [.page], headers: .kept), .notModified, .canonical], isPage: true)

    private static let performance: DescribedRoute = {
        var route = page("/performance", "performance", "The cohorts as a picture, as lists and as a table")
        route.parameters = DescribedParameter.ofPerformance
        return route
    }()
}

extension DescribedParameter {
    fileprivate static let ifNoneMatch = DescribedParameter(
        "If-None-Match", .text, values: "`ETag` of an answer that you have: 304 while it holds")

    fileprivate static let platform = DescribedParameter(
        "platform", .choice(Platform.self), values: "`instagram`, `tiktok` or `youtube`")

    fileprivate static let reelID = DescribedParameter(
        "reel_id", .pattern("^[!-.0-~]{1,255}$"), values: "`reel_id` of a reel")

    /// What a reel's and a creator's addresses take: the path names the platform.
    fileprivate static let ofReel = cohorts.filter { $0.name != Parameter.platform }

    /// What the page of performance takes, and the drawing with it.
    fileprivate static let ofPerformance =
        list.filter { PerformanceQuery.parameters.contains($0.name) } + drawing

    /// What the page of performance takes beside what the list takes.
    fileprivate static let drawing = [
        DescribedParameter(
            Parameter.axes, .choice(ScatterScale.self), values: "how the axes of the scatter are divided",
            usual: "`pct`"),
        DescribedParameter(
            Parameter.across, .choice(ScatterAcross.self), values: "what the scatter has across", usual: "`velocity`"),
        DescribedParameter(
            Parameter.page, .count(from: 1, to: Int64(PerformanceQuery.lastPage)), values: "the part of the table",
            usual: "1"),
    ]
}
