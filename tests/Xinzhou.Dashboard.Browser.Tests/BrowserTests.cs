namespace Xinzhou.Dashboard.Browser.Tests;

/// <summary>The tests of where people work, one after the other with one browser and one application; what is read has <see cref="ReadingTests"/>.</summary>
[CollectionDefinition(nameof(BrowserTests))]
public sealed class BrowserTests : ICollectionFixture<Chromium>, ICollectionFixture<DashboardApp>;
