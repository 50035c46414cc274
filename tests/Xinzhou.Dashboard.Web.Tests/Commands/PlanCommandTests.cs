using System.Text.Json;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Commands;
using Xinzhou.Dashboard.Web.Tests.Hosting;

namespace Xinzhou.Dashboard.Web.Tests.Commands;

/// <summary>Import and export of the plan as processes, on one database.</summary>
public sealed class PlanCommandTests(PostgresDatabase database) : IClassFixture<PostgresDatabase>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xzd-plan-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_sheet_is_imported_exported_as_a_workbook_and_imported_again_without_anything_new()
    {
        var tasks = Write("tasks.csv", "序号,重点任务,牵头单位,来源\n1,正式的标题,新设局,市委办文件 2026-01-05\n");
        var (exitCode, output, errors) = await RunAsync("plan", "import", tasks);
        Assert.Equal(((int)ExitCode.Refused, "plan: rows 1, new 0, changed 0, unchanged 0, rejected 1\n"), (exitCode, output));
        Assert.Contains("新设局", errors);

        (exitCode, output, errors) = await RunAsync("plan", "import", tasks, "--create", "--dry-run");
        Assert.Equal(((int)ExitCode.Done, "plan: rows 1, new 0, changed 1, unchanged 0, rejected 0\n"), (exitCode, output));
        Assert.Contains("新设局", errors);
        (_, output, _) = await RunAsync("plan", "import", tasks, "--create");
        Assert.Equal("plan: rows 1, new 0, changed 1, unchanged 0, rejected 0\n", output);
        var items = Write("items.csv", "task;item;text;due;source\n1;1;建厂;2026年底;市委办文件\n1;2;扩产;长期坚持;市委办文件\n");
        (_, output, _) = await RunAsync("plan", "import", items, "--sheet", "items", "--published", "2026-01");
        Assert.Equal("plan: rows 2, new 2, changed 0, unchanged 0, rejected 0\n", output);
        (_, output, _) = await RunAsync("plan", "import", items, "--published", "2026-01");
        Assert.Equal("plan: rows 2, new 0, changed 0, unchanged 2, rejected 0\n", output);

        foreach (var file in new[] { "plan.xlsx", "items-again.csv" })
        {
            var path = Path.Combine(_folder.FullName, file);
            (exitCode, output, _) = await RunAsync(["plan", "export", path, .. file.EndsWith(".csv", StringComparison.Ordinal) ? ["--sheet", "工作"] : Array.Empty<string>()]);
            Assert.Equal((int)ExitCode.Done, exitCode);
            var rows = output.Split(' ')[^1].Trim();
            (exitCode, output, errors) = await RunAsync("plan", "import", path);
            Assert.Equal(((int)ExitCode.Done, $"plan: rows {rows}, new 0, changed 0, unchanged {rows}, rejected 0\n"), (exitCode, output));
        }

        await using var noted = database.Owner.CreateCommand("SELECT count(*) FROM audit_events WHERE action = 'export' AND actor = 'command' AND subject = 'plan.xlsx'");
        Assert.Equal(1L, await noted.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_refused_file_exits_with_1_says_why_and_the_report_names_the_sheet()
    {
        var file = Write("bad.csv", "task,item,quarter,percent,source,extra\n40,1,2026-Q1,110,报送,x\n");
        var report = Path.Combine(_folder.FullName, "report.json");

        var (exitCode, output, _) = await RunAsync("plan", "import", file, "--report", report);

        Assert.Equal(((int)ExitCode.Refused, "plan: rows 1, new 0, changed 0, unchanged 0, rejected 1\n"), (exitCode, output));
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(report));
        var faults = json.RootElement.EnumerateArray().ToArray();
        Assert.Contains("progress 1 extra notice", faults.Select(Told));
        Assert.Contains("progress 2 task error", faults.Select(Told));
        Assert.Contains("progress 2 percent error", faults.Select(Told));
        Assert.All(faults, f => Assert.NotEmpty(f.GetProperty("expected").GetString()!));
        static string Told(JsonElement f) => $"{f.GetProperty("sheet")} {f.GetProperty("line")} {f.GetProperty("column")} {f.GetProperty("severity")}";
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_refused_with_the_last_line_too()
    {
        var (exitCode, output, errors) = await RunAsync("plan", "import", Write("odd.csv", "a,b\n1,2\n"));
        Assert.Equal(((int)ExitCode.Refused, "plan: rows 0, new 0, changed 0, unchanged 0, rejected 1\n"), (exitCode, output));
        Assert.Single(errors.Trim().Split('\n'));

        (exitCode, output, _) = await RunAsync("plan", "import", Write("broken.xlsx", "PK\u0003\u0004 no workbook"));
        Assert.Equal(((int)ExitCode.Refused, "plan: rows 0, new 0, changed 0, unchanged 0, rejected 1\n"), (exitCode, output));
    }

    [Theory]
    [InlineData("plan", "import")]
    [InlineData("plan", "import", "nothing-there.csv")]
    [InlineData("plan", "import", "{file}", "--published", "gestern")]
    [InlineData("plan", "export")]
    [InlineData("plan", "export", "plan.csv")]
    [InlineData("plan", "export", "plan.xlsx", "--sheet", "nothing")]
    [InlineData("plan", "nothing")]
    public async Task Wrong_usage_exits_with_2(params string[] arguments)
    {
        var file = Write("any.csv", "number,source\n");
        var (exitCode, output, errors) = await RunAsync([.. arguments.Select(a => a.Replace("{file}", file, StringComparison.Ordinal))]);
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

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) => DashboardProcess.RunAsync(
    [
        .. arguments,
        $"--ConnectionStrings:Dashboard={database.AppConnectionString}",
        $"--ConnectionStrings:DashboardOwner={database.OwnerConnectionString}",
    ]);
}
