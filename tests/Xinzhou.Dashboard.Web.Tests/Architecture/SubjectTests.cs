using System.Text.RegularExpressions;

namespace Xinzhou.Dashboard.Web.Tests.Architecture;

/// <summary>
/// <c>eng/test security</c> and <c>eng/test faults</c> choose by the trait Category. What is about one of the two carries it,
/// in all test projects, so that a new test cannot be forgotten and a renaming drops none.
/// </summary>
public sealed partial class SubjectTests
{
    private static readonly string Tests = TestSources.Folder;

    /// <summary>
    /// A subject; the files whose classes are about it, by folder or name; and what a single test elsewhere does or is called
    /// that is about it.
    /// </summary>
    public static TheoryData<string, string, string> Subjects => new()
    {
        {
            "Security",
            @"/(Access|Account|Audit|Auditing|Organisation)/|/[^/]*(SignIn|Session|SecondFactor|Passkey|Password|Rights|FourEyes|Token|Policy|Header|Users|Access|Upload|Audit|Secure)[^/]*Tests\.cs$",
            @"Content-Security-Policy|HttpStatusCode\.(Forbidden|Unauthorized)|RequestVerificationToken|_token_|Audit_events|carries_the_policy|another_host|_right_it_takes|not_the_workbook_of"
        },
        {
            "Faults",
            @"/Server/|/[^/]*(RefusedFiles|Leftover|LeftOut|WorkbookReader|Problem|Lock|Restart|Fault)[^/]*Tests\.cs$|/(EntryTests|GridTests|ChangeTests)\.cs$",
            @"pg_terminate_backend|SetOfflineAsync|KillAsync|KillPostmasterAsync|TerminateAsync|Two_\w+_on_one_|Of_many_who|Of_two_|Who_saves_over|[Ww]ho_is_faster|session_that_ends"
        },
    };

    [Theory]
    [MemberData(nameof(Subjects))]
    public void Whatever_is_about_a_subject_is_run_with_it(string subject, string places, string marks)
    {
        var trait = $"[Trait(\"Category\", \"{subject}\")]";
        var forgotten = new List<string>();
        foreach (var (name, text) in TestSources.Files().Where(f => f.Name.EndsWith("Tests.cs", StringComparison.Ordinal) && !f.Name.Contains("/Architecture/", StringComparison.Ordinal)))
        {
            var tests = Test().Matches(text);
            if (tests.Count == 0 || text[..Class().Match(text).Index].Contains(trait, StringComparison.Ordinal)) continue;
            if (Regex.IsMatch("/" + name, places)) forgotten.Add($"{name}: {trait}");
            else forgotten.AddRange(tests.Where(t => Regex.IsMatch(t.Value, marks) && !t.Value.Contains(trait, StringComparison.Ordinal)).Select(t => $"{name}: {trait}{t.Value}"));
        }

        Assert.Empty(forgotten);
    }

    [Fact]
    public void Only_words_that_are_chosen_by_are_traits()
    {
        var traits = TestSources.Files().SelectMany(f => Trait().Matches(f.Text).Select(m => m.Groups["words"].Value)).Distinct();

        Assert.Equal(["\"Category\", \"Faults\"", "\"Category\", \"Quick\"", "\"Category\", \"Security\""], traits.Order(StringComparer.Ordinal));
        var script = File.ReadAllText(Path.Combine(Tests, "../eng/test"));
        Assert.All(["Faults", "Quick", "Security"], word => Assert.Contains($"Category={word}", script, StringComparison.Ordinal));
    }

    /// <summary>A test from its attributes to its end.</summary>
    [GeneratedRegex(@"^(    \[[^\n]*\n)*    \[(Fact|Theory)\b.*?^    (\}$|\S[^\n]*;$)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Test();

    [GeneratedRegex(@"^(public|internal) sealed (partial )?class ", RegexOptions.Multiline)]
    private static partial Regex Class();

    [GeneratedRegex(@"^ *\[Trait\((?<words>[^)]*)\)\]", RegexOptions.Multiline)]
    private static partial Regex Trait();
}
