using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Xinzhou.Dashboard.Web.Shell;
using Xinzhou.Dashboard.Web.Work;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Xinzhou.Dashboard.Web.Tests.Shell;

/// <summary>What holds for all work pages: their library speaks Chinese, has the site's colours, and stands behind wrappers.</summary>
public sealed partial class WorkTests
{
    private static readonly System.Reflection.Assembly Web = typeof(Address).Assembly;

    private static IEnumerable<System.Type> Pages => Web.GetTypes().Where(t => t.IsSubclassOf(typeof(WorkPage)) && !t.IsAbstract);

    [Fact]
    public void Every_word_of_the_library_has_a_chinese_text()
    {
        var library = typeof(MudTextField<>).Assembly;
        using var words = new ResourceReader(library.GetManifestResourceStream("MudBlazor.Resources.LanguageResource.resources")!);
        var ours = new ResourceManager(typeof(LibraryTexts));

        var missing = words.Cast<DictionaryEntry>().Where(w =>
            ours.GetString((string)w.Key, CultureInfo.InvariantCulture) is not { } text
            || (((string)w.Value!).Any(char.IsAsciiLetter) && !text.Any(c => c is >= '\u4e00' and <= '\u9fff')));

        Assert.Empty(missing.Select(w => $"{w.Key}: {w.Value}"));
    }

    [Fact]
    public void The_colours_that_the_library_wants_as_triplets_are_those_of_the_tokens()
    {
        var sheet = Read("work.css");
        var screens = sheet.Split("prefers-color-scheme: dark");
        foreach (var (tokens, triplets) in new[] { (Read("tokens.css"), screens[0]), (Read("dark.css"), screens[1]) })
        {
            foreach (Match triplet in Triplet().Matches(triplets))
            {
                var name = triplet.Groups[1].Value;
                var token = Regex.Match(sheet, $@"--mud-palette-{name}: var\(--([\w-]+)\);").Groups[1].Value;
                var hex = Regex.Match(tokens, $@"--{token}: #([0-9A-F]{{6}});").Groups[1].Value;
                var rgb = string.Join(',', Convert.FromHexString(hex).Select(b => b.ToString(CultureInfo.InvariantCulture)));
                Assert.Equal((name, rgb), (name, triplet.Groups[2].Value));
            }
        }
    }

    [Fact]
    public void Pages_use_the_library_through_its_wrappers_only() =>
        Types().That().ResideInNamespaceMatching(@"^Xinzhou\.Dashboard\.Web\.(?!Work)")
            .Should().NotDependOnAnyTypesThat().ResideInNamespaceMatching("^MudBlazor")
            .Because("labels, density, look and a later change of library stand in one place")
            .Check(new ArchLoader().LoadAssemblies(Web, typeof(MudTextField<>).Assembly).Build());

    [Trait("Category", "Security")]
    [Fact]
    public void Every_work_page_is_interactive_and_says_which_right_it_takes() =>
        Assert.All(Pages, page =>
        {
            Assert.NotEmpty(page.GetCustomAttributes(typeof(RenderModeAttribute), inherit: true));
            Assert.NotEmpty(page.GetCustomAttributes(typeof(Xinzhou.Dashboard.Web.Account.RequiresAttribute), inherit: true));
        });

    private static string Read(string sheet) => File.ReadAllText(Path.Combine(Folder(), "src/Xinzhou.Dashboard.Web/wwwroot/css", sheet));

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Xinzhou.Dashboard.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex(@"--mud-palette-([\w-]+)-rgb: ([\d,]+);")]
    private static partial Regex Triplet();
}
