using System.Xml.Linq;

namespace Xinzhou.Dashboard.Web.Tests.Architecture;

/// <summary>Every text of the interface exists in Chinese and in English.</summary>
public sealed class LanguageTests
{
    private static readonly string Source = Path.Combine(Root(), "src");

    public static TheoryData<string> Resources => [.. Directory
        .EnumerateFiles(Source, "*.resx", SearchOption.AllDirectories)
        .Where(f => !f.EndsWith(".en.resx", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
        .Select(f => Path.GetRelativePath(Source, f))];

    [Theory]
    [MemberData(nameof(Resources))]
    public void Each_Chinese_text_has_its_English_one_with_the_same_gaps(string file)
    {
        var chinese = Texts(Path.Combine(Source, file));
        var english = Texts(Path.Combine(Source, Path.ChangeExtension(file, ".en.resx")));

        Assert.Equal(chinese.Keys.Order(), english.Keys.Order());
        Assert.All(chinese, text => Assert.Equal(Gaps(text.Value), Gaps(english[text.Key])));
    }

    private static Dictionary<string, string> Texts(string file) =>
        XDocument.Load(file).Root!.Elements("data").ToDictionary(e => e.Attribute("name")!.Value, e => e.Element("value")!.Value);

    private static IEnumerable<string> Gaps(string text) =>
        System.Text.RegularExpressions.Regex.Matches(text, @"\{\d+").Select(m => m.Value).Distinct().Order();

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.GetFiles("Xinzhou.Dashboard.sln").Length == 0)
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The solution is not above the tests.");
        }

        return folder.FullName;
    }
}
