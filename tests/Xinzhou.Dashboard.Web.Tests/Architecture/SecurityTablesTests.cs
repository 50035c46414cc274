using System.Text.RegularExpressions;

namespace Xinzhou.Dashboard.Web.Tests.Architecture;

/// <summary>The tables of docs/security: what is said to be shown is shown by a test that there is, or by a file that there is.</summary>
[Trait("Category", "Quick")]
public sealed partial class SecurityTablesTests
{
    private static readonly string[] States = ["met", "partly", "by design", "not met", "organisational", "not applicable"];

    private static readonly string Root = Path.GetFullPath(Path.Combine(TestSources.Folder, ".."));

    public static TheoryData<string, int> Tables => new() { { "asvs.md", 231 }, { "protection-level-3.md", 46 } };

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_row_says_how_it_stands_and_names_what_shows_it(string file, int rows)
    {
        var tests = Tests();
        var (faults, read) = (new List<string>(), Rows(file));
        foreach (var (number, state, how, proof) in read)
        {
            string[] named = [.. Quoted().Matches(proof).Select(m => m.Groups[1].Value)];
            faults.AddRange(named.Where(n => !tests.Contains(n)).Select(n => $"{number}: there is no test {n}"));
            faults.AddRange(Files(how).Where(f => !Path.Exists(Path.Combine(Root, f))).Select(f => $"{number}: there is no file {f}"));
            if (!States.Contains(state)) faults.Add($"{number}: “{state}” is no state");
            if (state is "met" or "partly" && named.Length == 0) faults.Add($"{number}: no test shows it");
            if (state is "by design" && !Files(how).Any()) faults.Add($"{number}: no file shows it");
            if (state is not "met" && how.Trim() is "" or "—") faults.Add($"{number}: it does not say how, or why not");
        }

        Assert.Empty(faults);
        Assert.Equal(rows, read.Count);
        Assert.Equal(read.Count, read.Select(r => r.Number).Distinct().Count());
    }

    [Fact]
    public void Every_chapter_of_ASVS_is_there() => Assert.Equal(
        Enumerable.Range(1, 17).Select(n => $"V{n}"),
        Chapter().Matches(File.ReadAllText(Path.Combine(Root, "docs/security/asvs.md"))).Select(m => m.Groups[1].Value));

    private static List<(string Number, string State, string How, string Proof)> Rows(string file) =>
    [
        .. File.ReadLines(Path.Combine(Root, "docs/security", file))
            .Select(line => line.Split(" | "))
            .Where(cells => cells.Length == 6 && char.IsAsciiDigit(cells[0].TrimStart('|', ' ').FirstOrDefault()))
            .Select(cells => (cells[0].TrimStart('|', ' '), cells[3], cells[4], cells[5])),
    ];

    /// <summary>Every test by the names of its project, folder, class and method: <c>Web.Tests.Auditing.OriginTests.A_command_…</c>.</summary>
    private static HashSet<string> Tests() =>
    [
        .. TestSources.Files().Where(f => f.Name.EndsWith("Tests.cs", StringComparison.Ordinal)).SelectMany(f =>
        {
            var (space, owner) = (Namespace().Match(f.Text).Groups[1].Value, Class().Match(f.Text).Groups[1].Value);
            return Method().Matches(f.Text).Select(m => $"{space}.{owner}.{m.Groups[1].Value}");
        }),
    ];

    private static IEnumerable<string> Files(string how) =>
        Quoted().Matches(how).Select(m => m.Groups[1].Value.Split(' ')[0]).Where(f => Place().IsMatch(f));

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^(src/|docs/|eng/|tests/|Dockerfile$|docker-compose\.yml$|Directory\.)")]
    private static partial Regex Place();

    [GeneratedRegex(@"^## (V[0-9]+) ", RegexOptions.Multiline)]
    private static partial Regex Chapter();

    [GeneratedRegex(@"^namespace Xinzhou\.Dashboard\.([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\bclass (\w+)")]
    private static partial Regex Class();

    [GeneratedRegex(@"\[(?:Fact|Theory)\b(?:(?!\bpublic ).)*?\bpublic (?:async )?(?:Task|void) (\w+)\(", RegexOptions.Singleline)]
    private static partial Regex Method();
}
