namespace Xinzhou.Dashboard.Browser.Tests;

/// <summary>The tests of plan, supervision and leadership, and of what many viewers see: all folders that no other collection has. They run as <see cref="ReadingTests"/> do.</summary>
[CollectionDefinition(nameof(LeadershipTests))]
public sealed class LeadershipTests : ICollectionFixture<Chromium>, ICollectionFixture<DashboardApp>;
