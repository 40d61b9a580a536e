import FoundationEssentials
import RunningStack
import System
import Testing

extension EndToEndTests {
    /// The Debian package, as `make deb` makes it of the programs that are there. What becomes of one that is installed is shown by
    /// `make soak`.
    @Suite(.sharedPackage)
    struct PackageTests {
        private let package: UnpackedPackage

        init() throws {
            package = try #require(UnpackedPackage.shared)
        }

        @Test func `it holds these files and no other, all of them root's`() throws {
            let listing = try Program.run("dpkg-deb", ["--contents", package.path]).output
            var found: Set<String> = []
            for line in listing.split(separator: "\n") {
                let words = line.split(separator: " ", omittingEmptySubsequences: true)
                #expect(words[1] == "root/root", "\(line)")
                if line.hasPrefix("d") {
                    #expect(words[0] == "drwxr-xr-x", "\(line)")
                } else {
                    found.insert("\(words[0]) \(words[5].dropFirst())")
                }
            }
            let expected = Self.files.union(try Self.staticFiles())
            #expect(found.subtracting(expected).sorted() == [])
            #expect(expected.subtracting(found).sorted() == [])
        }

        @Test func `what an operator may change is told to dpkg`() throws {
            let told = try package.control("conffiles").split(separator: "\n").map(String.init)
            #expect(told == ["/etc/nginx/sites-available/shortpulse", "/etc/shortpulse/listen.conf"])
        }

        @Test(arguments: ["postinst", "prerm", "postrm"])
        func `a maintainer script is one that bash reads`(name: String) throws {
            let check = try Program.run("bash", ["-n", "\(package.folder)/DEBIAN/\(name)"])
            #expect(check.ending == .exited(0), "\(check.output)")
        }

        @Test func `the script that purges needs nothing of the package, which is gone by then`() throws {
            let script = try package.control("postrm")
            #expect(!script.contains(". /usr/share/shortpulse"))
            #expect(script.contains("read_settings() {"))
        }

        @Test func `each library that the programs load is depended on`() throws {
            let control = try package.control("control")
            let line = try #require(control.split(separator: "\n").first { $0.hasPrefix("Depends: ") })
            for library in ["libc6", "libcurl4", "libfcgi0ldbl", "libpq5", "libstdc++6", "zlib1g"] {
                #expect(line.contains(" \(library) (>= "), "\(line)")
            }
        }

        @Test func `the settings that it brings undo none of the units'`() throws {
            let settings = try package.file("/usr/share/shortpulse/shortpulse.env.example").split(separator: "\n")
            for unit in ["shortpulse-web@", "shortpulse-ingest", "shortpulse-listen"] {
                let lines = try package.file("/usr/lib/systemd/system/\(unit).service").split(separator: "\n")
                for line in lines where line.hasPrefix("Environment=") {
                    let name = line.dropFirst("Environment=".count).prefix { $0 != "=" }
                    #expect(!settings.contains { $0.hasPrefix("\(name)=") }, "\(unit) sets \(name)")
                }
            }
        }

        @Test(
            arguments: [
                "man5/shortpulse.env.5", "man8/shortpulse-backup.8", "man8/shortpulse-ingest.8",
                "man8/shortpulse-restore.8",
                "man8/shortpulse-web.8",
            ])
        func `a manual page is printed without a warning`(page: String) throws {
            let file = "\(package.folder)/usr/share/man/\(page).gz"
            let command = "man --warnings --encoding=UTF-8 --local-file -Tutf8 -Z '\(file)' 2>&1 >/dev/null"
            let check = try Program.run("sh", ["-c", command], environment: ["LC_ALL": "C.UTF-8"])
            #expect(check.ending == .exited(0))
            #expect(check.output == "")
        }

        @Test func `the manual tells of every command and of every setting`() throws {
            let help = try Program.run("\(package.folder)/usr/bin/shortpulse-ingest", ["--help"]).output
            let commands = help.split(separator: "\n").drop { !$0.hasPrefix("SUBCOMMANDS") }.dropFirst()
                .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  See ") }.map {
                    $0.split(separator: " ")[0]
                }
            #expect(commands.count >= 10)
            let manual = try page("man8/shortpulse-ingest.8")
            for command in commands { #expect(manual.contains(".It Ic \(command)"), "\(command)") }
            let variables = try page("man5/shortpulse.env.5")
            for line in try package.file("/usr/share/shortpulse/shortpulse.env.example").split(separator: "\n")
            where !line.hasPrefix("#") {
                #expect(variables.contains(".It Ev \(line.prefix { $0 != "=" })"), "\(line)")
            }
        }

        @Test(arguments: [
            ("bash", "/usr/share/bash-completion/completions/shortpulse-ingest"),
            ("zsh", "/usr/share/zsh/vendor-completions/_shortpulse-ingest"),
        ])
        func `a shell reads what completes its command line`(shell: String, file: String) throws {
            let check = try Program.run(shell, ["-n", package.folder + file])
            #expect(check.ending == .exited(0), "\(check.output)")
        }

        @Test func `the bill of materials is one, and names what is linked and what is loaded`() throws {
            let file = "/usr/share/doc/shortpulse/sbom.cdx.json"
            let check = try Program.run(
                "\(Checkout.original)/.build/python/bin/python",
                ["-I", "-B", "\(Checkout.original)/Tests/python/valid_bill.py", package.folder + file])
            #expect(check.ending == .exited(0), "\(check.output)")
            let bill = try package.file(file)
            for name in ["pkg:swift/github.com/apple/swift-log@", "pkg:generic/swift@", "pkg:deb/debian/libpq5@"] {
                #expect(bill.contains("\"purl\": \"\(name)"), "\(name)")
            }
        }

        private func page(_ name: String) throws -> String {
            try Program.run("zcat", ["\(package.folder)/usr/share/man/\(name).gz"]).output
        }

        /// Every file but the site's own.
        private static let files: Set<String> = Set(
            [
                "/etc/nginx/sites-available/shortpulse", "/etc/shortpulse/listen.conf",
                "/usr/lib/systemd/system/shortpulse-ingest.service", "/usr/lib/systemd/system/shortpulse-ingest.socket",
                "/usr/lib/systemd/system/shortpulse-ingest.timer", "/usr/lib/systemd/system/shortpulse-listen.service",
                "/usr/lib/systemd/system/shortpulse-web@.service", "/usr/lib/systemd/system/shortpulse-web@.socket",
                "/usr/lib/sysusers.d/shortpulse.conf", "/usr/lib/tmpfiles.d/shortpulse.conf",
                "/usr/share/bash-completion/completions/shortpulse-ingest", "/usr/share/doc/shortpulse/changelog.gz",
                "/usr/share/doc/shortpulse/copyright", "/usr/share/doc/shortpulse/sbom.cdx.json",
                "/usr/share/fish/vendor_completions.d/shortpulse-ingest.fish",
                "/usr/share/lintian/overrides/shortpulse",
                "/usr/share/man/man5/shortpulse.env.5.gz", "/usr/share/man/man8/shortpulse-backup.8.gz",
                "/usr/share/man/man8/shortpulse-ingest.8.gz", "/usr/share/man/man8/shortpulse-restore.8.gz",
                "/usr/share/man/man8/shortpulse-web.8.gz", "/usr/share/shortpulse/nginx/shortpulse.conf",
                "/usr/share/shortpulse/nginx/shortpulse/fastcgi-parameters.conf",
                "/usr/share/shortpulse/monitoring/alerts.yml", "/usr/share/shortpulse/monitoring/dashboard.json",
                "/usr/share/shortpulse/monitoring/prometheus.yml",
                "/usr/share/shortpulse/nginx/shortpulse/metrics.conf",
                "/usr/share/shortpulse/nginx/shortpulse/security-headers.conf", "/usr/share/shortpulse/settings.bash",
                "/usr/share/shortpulse/shortpulse.env.example", "/usr/share/zsh/vendor-completions/_shortpulse-ingest",
            ].map { "-rw-r--r-- \($0)" }
                + [
                    "/usr/bin/shortpulse-backup", "/usr/bin/shortpulse-ingest", "/usr/bin/shortpulse-restore",
                    "/usr/bin/shortpulse-web", "/usr/libexec/shortpulse/with-settings",
                ].map { "-rwxr-xr-x \($0)" })

        /// What nginx serves by itself: all of `www`, and compressed what a browser takes so.
        private static func staticFiles() throws -> Set<String> {
            let listing = try Program.run("git", ["-C", Checkout.original, "ls-files", "www"]).output
            var files: Set<String> = []
            for file in listing.split(separator: "\n") {
                files.insert("-rw-r--r-- /usr/share/shortpulse/\(file)")
                guard [".css", ".svg", ".js"].contains(where: file.hasSuffix) else { continue }
                files.insert("-rw-r--r-- /usr/share/shortpulse/\(file).gz")
            }
            return files
        }
    }
}
