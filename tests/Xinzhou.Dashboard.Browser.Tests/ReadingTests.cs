namespace Xinzhou.Dashboard.Browser.Tests;

/// <summary>The tests of what is read: <c>Pages</c>, <c>Paper</c>, <c>Shell</c>. They run beside <see cref="BrowserTests"/>, with a browser and an application of their own.</summary>
[CollectionDefinition(nameof(ReadingTests))]
public sealed class ReadingTests : ICollectionFixture<Chromium>, ICollectionFixture<DashboardApp>;
