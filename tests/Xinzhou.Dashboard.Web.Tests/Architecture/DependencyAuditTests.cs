using System.Diagnostics;
using System.Text.Json;

namespace Xinzhou.Dashboard.Web.Tests.Architecture;

/// <summary>What <c>eng/audit</c> tells without asking anybody: the packages of the product and their licences.</summary>
[Trait("Category", "Security")]
public sealed class DependencyAuditTests : IDisposable
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(TestSources.Folder, ".."));

    // Those that let a public office use, change and pass on the product without opening its source.
    private static readonly string[] Allowed = ["MIT", "Apache-2.0", "PostgreSQL", "MS-PL OR Apache-2.0", "BSD-3-Clause"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xzd-audit-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Every_package_of_the_lock_file_is_in_the_bill_with_its_licence()
    {
        var file = Path.Combine(_folder.FullName, "sbom.json");

        var (code, output) = await RunAsync("--offline", "--sbom", file);

        Assert.True(code == 0, output);
        Assert.Contains("vulnerable: not asked", output, StringComparison.Ordinal);
        using var bill = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        Assert.Equal(("CycloneDX", "1.6"), (bill.RootElement.GetProperty("bomFormat").GetString(), bill.RootElement.GetProperty("specVersion").GetString()));
        var components = bill.RootElement.GetProperty("components").EnumerateArray().ToArray();
        Assert.Equal(LockedPackages(), components.Select(c => c.GetProperty("purl").GetString()!).Where(p => p.StartsWith("pkg:nuget/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.All(components, c => Assert.Contains(c.GetProperty("licenses")[0].GetProperty("expression").GetString(), Allowed));
    }

    [Fact]
    public async Task What_it_does_not_know_it_refuses()
    {
        Assert.Equal(2, (await RunAsync("--loud")).Code);
        Assert.Contains("CycloneDX", (await RunAsync("--help")).Output, StringComparison.Ordinal);
    }

    /// <summary>What the web project is built of, the others within it: that is what is delivered.</summary>
    private static IEnumerable<string> LockedPackages()
    {
        using var locked = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "src/Xinzhou.Dashboard.Web/packages.lock.json")));
        return
        [
            .. locked.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject())
                .Where(p => p.Value.GetProperty("type").GetString() != "Project")
                .Select(p => $"pkg:nuget/{p.Name}@{p.Value.GetProperty("resolved").GetString()}").Distinct().Order(StringComparer.Ordinal),
        ];
    }

    private static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(Root, "eng/audit"), arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await Testing.Wait.ForAsync(process.WaitForExitAsync());
        return (process.ExitCode, output);
    }
}
