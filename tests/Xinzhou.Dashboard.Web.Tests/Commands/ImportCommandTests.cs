using System.Text.Json;
using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Commands;
using Xinzhou.Dashboard.Web.Tests.Hosting;

namespace Xinzhou.Dashboard.Web.Tests.Commands;

/// <summary>Import and export as processes, on one database.</summary>
public sealed class ImportCommandTests(PostgresDatabase database) : IClassFixture<PostgresDatabase>, IDisposable
{
    private const string Header = "indicator,region,period,value,unit,yoy,source,basis,vintage,quote,note,published";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xzd-import-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_is_imported_and_the_last_line_sums_it_up()
    {
        var file = Write("good.csv", $"{Header},备注\nGDP,忻州市,2003-H1,1.50,亿元,-4.2,http://a.com,ytd,,,,2003-08-01,x\n");
        var (exitCode, output, errors) = await RunAsync("import", file, "--dry-run");
        Assert.Equal((int)ExitCode.Done, exitCode);
        Assert.Equal("import: rows 1, figures 2, new 2, unchanged 0, superseding 0, conflicts 0, findings 0, rejected 0\n", output);
        Assert.Contains("备注", errors);

        (_, output, _) = await RunAsync("import", file);
        Assert.Equal("import: rows 1, figures 2, new 2, unchanged 0, superseding 0, conflicts 0, findings 0, rejected 0\n", output);
        (_, output, _) = await RunAsync("import", file);
        Assert.Equal("import: rows 1, figures 2, new 0, unchanged 2, superseding 0, conflicts 0, findings 0, rejected 0\n", output);

        var export = Path.Combine(_folder.FullName, "all.xlsx");
        (exitCode, output, _) = await RunAsync("export", export);
        Assert.Equal((int)ExitCode.Done, exitCode);
        await using (var noted = database.Owner.CreateCommand("SELECT count(*) FROM audit_events WHERE action = 'export' AND actor = 'command' AND subject = 'all.xlsx'"))
        {
            Assert.Equal(1L, await noted.ExecuteScalarAsync());
        }

        var figures = Regex.Match(output, "^export: figures ([0-9]+)\n$").Groups[1].Value;
        (_, output, _) = await RunAsync("import", export);
        Assert.Equal(
            $"import: rows {figures}, figures {figures}, new 0, unchanged {figures}, superseding 0, conflicts 0, findings 0, rejected 0\n",
            output);
    }

    [Fact]
    public async Task A_refused_file_exits_with_1_says_why_and_writes_the_report()
    {
        var file = Write("bad.csv", $"{Header},extra\nGDP,某地,2003-H1,约1,亿元,,http://a.com,ytd,,,,,\n");
        var report = Path.Combine(_folder.FullName, "report.json");
        var (exitCode, output, errors) = await RunAsync("import", file, "--report", report);
        Assert.Equal((int)ExitCode.Refused, exitCode);
        Assert.Equal("import: rows 1, figures 0, new 0, unchanged 0, superseding 0, conflicts 0, findings 0, rejected 1\n", output);
        Assert.Equal(3, errors.Trim().Split('\n').Length);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(report));
        Assert.Equal(
            ["1 extra ignored_column extra", "2 region unknown_unit 某地", "2 value number 约1"],
            json.RootElement.EnumerateArray().Select(f =>
                $"{f.GetProperty("line")} {f.GetProperty("column")} {f.GetProperty("code")} {f.GetProperty("found")}"));
        Assert.All(json.RootElement.EnumerateArray(), f => Assert.NotEmpty(f.GetProperty("expected").GetString()!));
    }

    [Fact]
    public async Task A_date_for_the_file_stands_in_where_rows_have_none()
    {
        var file = Write("dated.csv", $"{Header}\nGDP,忻州市,2004-H1,1,亿元,,http://a.com,ytd,,,,\n");
        await RunAsync("import", file, "--published", "2004-08");
        await using var command = database.App.CreateCommand(
            "SELECT known_from_basis || ' ' || (known_from = '2004-08-31T00:00+08') FROM figures WHERE period_code = '2004-H1'");
        Assert.Equal("month true", await command.ExecuteScalarAsync());
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task An_import_that_is_told_to_stop_stores_nothing_and_says_so()
    {
        await RunAsync("migrate");
        var file = Write("stopped.csv", $"{Header}\nGDP,忻州市,2001-H1,1.50,亿元,,http://a.com,ytd,,,,2003-08-01\n");
        // The import waits for its turn, which this one has.
        await using var other = await Change.BeginAsync(database.Contexts, "test", TimeProvider.System, ChangeLock.Figures);
        using var import = DashboardProcess.Start(WithDatabase("import", file));
        await using var waiting = database.App.CreateCommand(
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted" +
            " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
        await Wait.UntilAsync(async () => await waiting.ExecuteScalarAsync() is not 0L);

        Assert.Equal((int)ExitCode.Refused, await import.TerminateAsync());

        Assert.Equal(
            "import: rows 1, figures 0, new 0, unchanged 0, superseding 0, conflicts 0, findings 0, rejected 0\n",
            await import.Output.ReadToEndAsync());
        Assert.Contains("nothing is stored", Assert.Single(import.Errors.Trim().Split('\n')));
        await other.DisposeAsync();
        await using var stored = database.App.CreateCommand("SELECT count(*) FROM figures WHERE period_code = '2001-H1'");
        Assert.Equal(0L, await stored.ExecuteScalarAsync());
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task An_import_that_loses_PostgreSQL_says_so_in_a_sentence_and_stores_nothing()
    {
        await RunAsync("migrate");
        var file = Write("lost.csv", $"{Header}\nGDP,忻州市,2002-H1,1.50,亿元,,http://a.com,ytd,,,,2003-08-01\n");
        // The import waits for its turn, which this one has, until its connection is ended.
        await using var other = await Change.BeginAsync(database.Contexts, "test", TimeProvider.System, ChangeLock.Figures);
        using var import = DashboardProcess.Start(WithDatabase("import", file));
        await using var end = database.App.CreateCommand(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted" +
            " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
        await Wait.UntilAsync(async () => await end.ExecuteScalarAsync() is not 0L);

        Assert.Equal((int)ExitCode.EnvironmentLacking, await import.ExitAsync());

        Assert.Equal("", await import.Output.ReadToEndAsync());
        Assert.Contains("PostgreSQL", Assert.Single(import.Errors.Trim().Split('\n')));
        await other.DisposeAsync();
        await using var stored = database.App.CreateCommand("SELECT count(*) FROM figures WHERE period_code = '2002-H1'");
        Assert.Equal(0L, await stored.ExecuteScalarAsync());
    }

    [Theory]
    [InlineData("import", "{folder}")]
    [InlineData("import")]
    [InlineData("import", "nothing-there.csv")]
    [InlineData("import", "{file}", "--published", "gestern")]
    [InlineData("export")]
    [InlineData("export", "{file}", "--format", "pdf")]
    public async Task Wrong_usage_exits_with_2(params string[] arguments)
    {
        var file = Write("any.csv", Header);
        var (exitCode, output, errors) = await RunAsync([.. arguments.Select(a => a.Replace("{file}", file, StringComparison.Ordinal).Replace("{folder}", _folder.FullName, StringComparison.Ordinal))]);
        Assert.Equal((int)ExitCode.WrongUsage, exitCode);
        Assert.Equal("", output);
        Assert.NotEqual("", errors.Trim());
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) => DashboardProcess.RunAsync(WithDatabase(arguments));

    private string[] WithDatabase(params string[] arguments) =>
    [
        .. arguments,
        $"--ConnectionStrings:Dashboard={database.AppConnectionString}",
        $"--ConnectionStrings:DashboardOwner={database.OwnerConnectionString}",
    ];
}
