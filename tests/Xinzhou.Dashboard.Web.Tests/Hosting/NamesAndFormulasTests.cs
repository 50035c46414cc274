using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Hosting;

/// <summary>What a file brings along in its texts: names that an address has to carry, and what a spreadsheet would compute.</summary>
[Trait("Category", "Security")]
public sealed class NamesAndFormulasTests(NamesAndFormulasTests.Imported host) : IClassFixture<NamesAndFormulasTests.Imported>
{
    private const string Escaped = "%E5%8D%95%E4%BD%8D%E4%BA%A7%E5%80%BC%E8%83%BD%E8%80%97%2F%E4%B8%87%E5%85%83";

    [Theory]
    [InlineData($"/indicators/{Escaped}")]
    [InlineData($"/indicators/{Escaped}/compare")]
    [InlineData($"/indicators/{Escaped}/what-if")]
    [InlineData($"/api/v1/indicators/{Escaped}")]
    public async Task An_indicator_with_a_slash_in_its_name_has_its_pages_and_its_address(string path)
    {
        using var stranger = host.Visit();
        using var answer = await stranger.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(Imported.Slashed, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"/search?q={Escaped}")]
    [InlineData($"/search/suggest?q={Escaped}")]
    public async Task What_leads_to_it_is_escaped(string path)
    {
        using var stranger = host.Visit();

        Assert.Contains($"/indicators/{Escaped}", await stranger.ReadAsync(path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("某\u0001指标", "U+0001")]
    [InlineData("某\uFFFD指标", "U+FFFD")]
    public async Task A_new_name_with_a_character_that_is_none_is_refused(string name, string character)
    {
        var report = await Imported.ImportAsync(host, $"{name},忻州市,2003-FY,1,个,,测试文件,annual,,,,2004-01-05\n");

        Assert.Contains(report.Faults, f => f.Code == "odd_character" && f.Sentence().Contains(character, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Files_for_people_compute_nothing_and_those_of_the_API_say_what_was_said()
    {
        using var stranger = host.Visit();

        var forPeople = await stranger.ReadAsync($"/downloads/figures.csv?indicator={Escaped}");
        var forPrograms = await stranger.ReadAsync($"/api/v1/figures?indicator={Escaped}&format=csv");

        Assert.Contains(",'=1+1,", forPeople, StringComparison.Ordinal);
        Assert.Contains(",=1+1,", forPrograms, StringComparison.Ordinal);
        // Numbers stay numbers, negative ones too.
        Assert.All(new[] { forPeople, forPrograms }, file => Assert.Contains(",-4.2,", file, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_of_the_API_is_called_by_a_name_that_a_header_can_carry()
    {
        using var stranger = host.Visit();
        using var answer = await stranger.GetAsync($"/api/v1/indicators/{Escaped}?format=csv");

        Assert.All(answer.Content.Headers.GetValues("Content-Disposition"), value => Assert.True(Ascii.IsValid(value), value));
        Assert.EndsWith(".csv", answer.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_is_a_file_for_people_too()
    {
        using var stranger = host.Visit();
        using var answer = await stranger.GetAsync("/downloads/changes.csv?lang=en");

        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("Kind,", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("/downloads/changes.csv", await stranger.ReadAsync("/changes"), StringComparison.Ordinal);
        using var unreadable = await stranger.GetAsync("/downloads/changes.csv?asOf=x");
        Assert.Equal(HttpStatusCode.BadRequest, unreadable.StatusCode);
    }

    [Fact]
    public void No_page_offers_a_file_that_is_meant_for_programs()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(Architecture.TestSources.Folder, "../src/Xinzhou.Dashboard.Web"), "*.razor", SearchOption.AllDirectories).ToArray();

        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.DoesNotMatch("/api/v1/[^\"]*\"[^;]*\"format\"", File.ReadAllText(page)));
    }

    public sealed class Imported : AccessHost
    {
        public const string Slashed = "单位产值能耗/万元";

        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            var report = await ImportAsync(this, $"{Slashed},忻州市,2003-FY,0.52,吨标准煤,-4.2,测试文件,annual,,=1+1,,2004-01-05\n");
            Assert.True(report.Accepted, string.Join('\n', report.Faults));
            var store = Services.GetRequiredService<SnapshotStore>();
            await Wait.UntilAsync(() => store.Current.Catalogue.Indicator(Slashed) is not null && store.Current.Figures.Of(Slashed, "140900").Count > 0);
        }

        internal static Task<ImportReport> ImportAsync(AccessHost host, string rows) => host.Services.GetRequiredService<Importer>().ImportAsync(
            DocumentReader.Read(Encoding.UTF8.GetBytes($"indicator,region,period,value,unit,yoy,source,basis,vintage,quote,note,published\n{rows}")),
            new() { File = "names.csv", Actor = "test", Create = true });
    }
}
