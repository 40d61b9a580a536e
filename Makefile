# ShortPulse. `make run` and `make test` install what is missing; see README.md for the rest.

# The runtime is linked in, so that an installed binary needs no toolchain. Tests are built without optimisation, and
# beside these: Swift Testing has no static library.
SWIFT_FLAGS := -c release --static-swift-stdlib

PREFIX ?= /usr/local
DESTDIR ?=

.PHONY: help run build test soak lint format install deb bench clean

help:
	@echo 'make run      builds and runs ShortPulse here, in the foreground (PORT, SHORTPULSE_HOME, DATABASE_URL)'
	@echo 'make test     builds and runs every test'
	@echo 'make soak     breaks ingestion off at every step there is, races runs, reads while all is restarted,'
	@echo '               and takes the Debian package through its life in a Debian of its own (as root); 30 minutes'
	@echo 'make lint     checks formatting, scripts and configuration; make format mends the formatting'
	@echo 'make bench    prints the benchmark tables'
	@echo 'make install  installs to PREFIX ($(PREFIX)), under DESTDIR where that is set'
	@echo 'make deb      makes a Debian package in dist/'
	@echo 'make clean    removes what was built, and no data'

run:
	@scripts/install-dependencies run
	@swift build $(SWIFT_FLAGS)
	@scripts/run

build:
	@scripts/install-dependencies run
	swift build $(SWIFT_FLAGS)

# The end-to-end tests use the programs that were built for use, and come alone, since they measure time.
test:
	@scripts/install-dependencies test
	swift build $(SWIFT_FLAGS)
	swift build --build-tests
	scripts/with-test-database swift test --skip-build --skip EndToEndTests --skip ResumeTests --skip FaultTests.FaultTests
	swift test --skip-build --filter EndToEndTests
	swift test --skip-build --filter ResumeTests
	swift test --skip-build --filter FaultTests.FaultTests

soak:
	@scripts/install-dependencies soak
	swift build $(SWIFT_FLAGS)
	swift build --build-tests
	SHORTPULSE_SOAK=1 swift test --skip-build --filter ResumeTests
	SHORTPULSE_SOAK=1 swift test --skip-build --filter FaultTests.FaultTests
	SHORTPULSE_SOAK=1 swift test --skip-build --filter EnduranceTests
	Tests/PackageTests/run

lint:
	@scripts/install-dependencies test
	@scripts/lint

format:
	swift format format --in-place --recursive --parallel Package.swift Sources Tests

install: build
	@scripts/install-dependencies install
	@PREFIX='$(PREFIX)' DESTDIR='$(DESTDIR)' scripts/install

deb: build
	@scripts/install-dependencies deb
	@scripts/deb

bench: build
	@scripts/install-dependencies bench
	@scripts/bench

clean:
	swift package clean
