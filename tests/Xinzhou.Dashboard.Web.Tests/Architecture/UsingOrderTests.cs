using System.Text.RegularExpressions;

namespace Xinzhou.Dashboard.Web.Tests.Architecture;

/// <summary>The one rule of layout that neither the build nor <c>dotnet format whitespace</c> holds.</summary>
public sealed partial class UsingOrderTests
{
    [Fact]
    public void Usings_stand_in_order_those_of_the_system_first()
    {
        var disordered = TestSources.Files().Concat(TestSources.OfProduct()).Where(f => !IsOrdered(f.Text)).Select(f => f.Name);

        Assert.Empty(disordered);
    }

    [Theory]
    [InlineData("using System;\nusing Abc;\nusing Abc.Def;\n\nnamespace X;", true)]
    [InlineData("using Abc;\nusing System;\n\nnamespace X;", false)]
    [InlineData("using System.Text;\nusing System.Net;\n\nnamespace X;", false)]
    public void Order_is_seen(string source, bool ordered) => Assert.Equal(ordered, IsOrdered(source));

    private static bool IsOrdered(string source)
    {
        string[] names = [.. Using().Matches(source).Select(m => m.Groups[1].Value)];
        return names.SequenceEqual(names
            .OrderBy(n => n != "System" && !n.StartsWith("System.", StringComparison.Ordinal))
            .ThenBy(n => n, StringComparer.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"^using ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();
}
