import Markup

/// Asks for an ingestion. Only an operator's token is taken, so it is shown only where one is configured.
enum RunForm {
    @MarkupBuilder
    static func view(_ context: PageContext) -> Node {
        if context.acceptsRunRequests, context.isOfPresent {
            details(.class("operator")) {
                summary(.class("button")) { "Ingest now" }
                div(.class("prose")) {
                    p {
                        if context.ingestsByItself {
                            "Asks Apify at once for a run of each configured feed, beside those every "
                            "\(context.intervalHours)\(Figures.unitSpace)hours. Each costs what a run costs. "
                        } else {
                            "Asks Apify for a run at once. There are no credentials for that yet: set APIFY_API_TOKEN and "
                            "APIFY_ACTOR_ID where ShortPulse runs. "
                        }
                        a(to: .site(RunsQuery().address)) { "The runs so far" }
                    }
                    form(.post, to: SiteAddress("ingest", "run"), .class("form")) {
                        username("operator")
                        label(for: "operator-token") { "Operator token" }
                        input(
                            .password, name: "operator_token", .id("operator-token"), .class("field"), .required,
                            .autocomplete("current-password"))
                        button(.class("button button-primary")) { "Ingest now" }
                    }
                }
            }
        }
    }
}
