/// The pages that every page links to.
enum SitePage: CaseIterable {
    case dashboard
    case performance
    case creatorStudio
    case mediaLibrary

    var name: String {
        switch self {
        case .dashboard: "Dashboard"
        case .performance: "Performance"
        case .creatorStudio: "Creator Studio"
        case .mediaLibrary: "Media Library"
        }
    }

    /// Segments of the path.
    var path: [String] {
        switch self {
        case .dashboard: []
        case .performance: ["performance"]
        case .creatorStudio: ["creator-studio"]
        case .mediaLibrary: ["media-library"]
        }
    }
}
