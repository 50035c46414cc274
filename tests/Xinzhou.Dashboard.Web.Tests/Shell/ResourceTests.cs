using System.Collections;
using System.Globalization;
using System.Resources;
using Xinzhou.Dashboard.Web.Shell;

namespace Xinzhou.Dashboard.Web.Tests.Shell;

public sealed class ResourceTests
{
    public static TheoryData<string> Resources() =>
        [.. typeof(Address).Assembly.GetManifestResourceNames()
            .Where(n => n.EndsWith(".resources", StringComparison.Ordinal))
            .Select(n => n[..^".resources".Length])];

    [Theory, MemberData(nameof(Resources))]
    public void Every_text_stands_in_Chinese_and_in_English(string name)
    {
        var manager = new ResourceManager(name, typeof(Address).Assembly);
        var chinese = Texts(manager, CultureInfo.InvariantCulture);
        var english = Texts(manager, CultureInfo.GetCultureInfo("en"));

        Assert.NotEmpty(chinese);
        Assert.Equal(chinese.Keys.Order(), english.Keys.Order());
        Assert.All(chinese, text => Assert.Equal(Holes(text.Value), Holes(english[text.Key])));
    }

    private static Dictionary<string, string> Texts(ResourceManager manager, CultureInfo culture) =>
        manager.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string)e.Value!);

    /// <summary>The places of a text that are filled in: {0}, {1}.</summary>
    private static IEnumerable<char> Holes(string text) =>
        text.Select((c, i) => (c, i)).Where(x => x.c == '{').Select(x => text[x.i + 1]).Distinct().Order();
}
