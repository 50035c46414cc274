namespace Xinzhou.Dashboard.Browser.Tests;

/// <summary>The tests of how a quarter is reported: <c>Entry</c>, <c>Review</c>, <c>Reporting</c>. They run as <see cref="ReadingTests"/> do.</summary>
[CollectionDefinition(nameof(ReportingTests))]
public sealed class ReportingTests : ICollectionFixture<Chromium>, ICollectionFixture<DashboardApp>;
