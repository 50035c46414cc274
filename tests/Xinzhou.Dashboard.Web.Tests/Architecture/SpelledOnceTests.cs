using System.Text.RegularExpressions;

namespace Xinzhou.Dashboard.Web.Tests.Architecture;

/// <summary>What is spelled in one place of the source only.</summary>
public sealed partial class SpelledOnceTests
{
    private static readonly string[] Patterns = ["*.cs", "*.razor", "*.js"];

    [Fact]
    public void The_prefixes_of_units_are_spelled_in_one_file()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.GetFiles("Xinzhou.Dashboard.sln").Length == 0) folder = folder.Parent!;
        var source = Path.Combine(folder.FullName, "src");

        var spelling = Patterns.SelectMany(p => Directory.EnumerateFiles(source, p, SearchOption.AllDirectories))
            .Where(f => !Generated().IsMatch(f) && Prefix().IsMatch(File.ReadAllText(f)));

        Assert.Equal(["UomPrefix.cs"], spelling.Select(f => Path.GetFileName(f)));
    }

    /// <summary>A prefix alone in quotes, or in a class of letters.</summary>
    [GeneratedRegex("""['"`][万亿]+['"`]|\[[^\]\n]*[万亿][^\]\n"]*\]""")]
    private static partial Regex Prefix();

    [GeneratedRegex("/(obj|bin|node_modules|lib)/")]
    private static partial Regex Generated();
}
