namespace Xinzhou.Dashboard.Browser.Tests;

/// <summary>All tests of the project: one browser and one application for a run, one test after the other.</summary>
[CollectionDefinition(nameof(BrowserTests))]
public sealed class BrowserTests : ICollectionFixture<Chromium>, ICollectionFixture<DashboardApp>;
