using Xinzhou.Dashboard.Web.Hosting;

namespace Xinzhou.Dashboard.Web.Tests.Hosting;

[Trait("Category", "Quick")]
public sealed class RuntimePatchTests
{
    [Theory]
    [InlineData("10.0.11", "10.0.12", true)]
    [InlineData("10.0.12", "10.0.12", false)]
    [InlineData("10.0.13", "10.0.12", false)]
    [InlineData("10.0.0", "10.0.1-rtm.2", true)]
    [InlineData("10.0.0", null, false)]
    [InlineData("10.0.0", "unknown", false)]
    public void An_older_runtime_than_the_one_of_the_build_is_behind(string running, string? built, bool behind) =>
        Assert.Equal(behind, RuntimePatch.IsBehind(Version.Parse(running), built));

    [Fact]
    public void The_build_has_noted_its_runtime() => Assert.True(RuntimePatch.IsBehind(new(0, 0), RuntimePatch.BuiltWith), RuntimePatch.BuiltWith);
}
