namespace Xinzhou.Dashboard.Browser.Tests;

/// <summary>
/// The tests of what is read: <c>Pages</c>, <c>Paper</c>, <c>Shell</c>, one after the other with one browser and one application. The other
/// collections run beside them, each with a browser and an application of its own.
/// </summary>
[CollectionDefinition(nameof(ReadingTests))]
public sealed class ReadingTests : ICollectionFixture<Chromium>, ICollectionFixture<DashboardApp>;
