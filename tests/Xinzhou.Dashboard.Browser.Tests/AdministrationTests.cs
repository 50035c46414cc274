namespace Xinzhou.Dashboard.Browser.Tests;

/// <summary>The tests of accounts and of what is administered: <c>Account</c>, <c>Administration</c>. They run as <see cref="ReadingTests"/> do.</summary>
[CollectionDefinition(nameof(AdministrationTests))]
public sealed class AdministrationTests : ICollectionFixture<Chromium>, ICollectionFixture<DashboardApp>;
