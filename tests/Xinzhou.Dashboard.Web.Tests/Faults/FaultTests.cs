namespace Xinzhou.Dashboard.Web.Tests.Faults;

/// <summary>The tests that do something to processes and machines: one after the other, and when no other test runs.</summary>
[CollectionDefinition(nameof(FaultTests), DisableParallelization = true)]
public sealed class FaultTests : ICollectionFixture<Town>;
