using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Xinzhou.Dashboard.Benchmarks.Machine;
using Xinzhou.Dashboard.Benchmarks.Town;
using Xinzhou.Dashboard.Data.Server;

namespace Xinzhou.Dashboard.Benchmarks.Workloads;

/// <summary>W5: a file of 100,000 rows imported by the command, and once more; and the same figures by COPY.</summary>
internal static class ImportBench
{
    private const int Rows = 100_000;

    private const string Tables =
        """
        DROP TABLE IF EXISTS bench_figures, bench_bare;
        CREATE TABLE bench_figures (LIKE figures INCLUDING ALL);
        ALTER TABLE bench_figures ADD FOREIGN KEY (series_id) REFERENCES series, ADD FOREIGN KEY (source_id) REFERENCES source_documents;
        CREATE TABLE bench_bare (LIKE figures)
        """;

    public static async Task<Table> RunAsync(Arguments arguments)
    {
        var folder = Installation.NewFolder();
        var postgres = await PrivatePostgres.StartAsync(folder, NullLogger.Instance);
        var file = Path.GetTempFileName();
        File.Move(file, file += ".csv");
        try
        {
            await ChildProcess.RunAsync(arguments.Application, null, "migrate", "--data", folder);
            await using var owner = Installation.Connect(folder, DatabaseRoles.Owner);
            await ExecuteAsync(owner, Tables);
            var measured = new Dictionary<string, List<Measured>>();
            // Each is a process of its own, so that there is nothing to be warm but the database.
            for (var round = 0; round < Math.Min(3, arguments.Rounds); round++)
            {
                await File.WriteAllTextAsync(file, Csv(round));
                var last = await LastAsync(owner);
                await CommandAsync("nothing but a command", "migrate");
                await CommandAsync("import of 100,000 rows", "import", file, "--create");
                await CommandAsync("the same file again", "import", file);
                var rows = await OutAsync(owner, last);
                await CopyAsync("COPY into the same keys and checks", "bench_figures", rows);
                await CopyAsync("COPY into a bare table", "bench_bare", rows);
            }

            var table = new Table("W5: a file of 100,000 rows", "s", "CPU of the command, s", "CPU of PostgreSQL, s", "peak memory, MB");
            var (import, copy) = (measured["import of 100,000 rows"], measured["COPY into the same keys and checks"]);
            foreach (var (name, all) in measured)
            {
                string[] against = name == "import of 100,000 rows"
                    ? [Against(import, copy, "COPY into the same keys"), Above(import, measured["nothing but a command"])]
                    : [];
                table.Add(
                    name, against, Spread.Of(all.Select(m => m.Seconds)), Of(all.Select(m => m.Cpu)), Spread.Of(all.Select(m => m.PostgresCpu)), Of(all.Select(m => m.Peak)));
            }

            return table;

            Task CommandAsync(string name, params string[] words) => AddAsync(name, async () =>
            {
                var (peak, cpu) = (0.0, 0.0);
                await ChildProcess.RunAsync(
                    arguments.Application, id => (peak, cpu) = (Math.Max(peak, ProcessCpu.PeakMegabytes(id)), Math.Max(cpu, ProcessCpu.Of(id))), [.. words, "--data", folder]);
                return (peak, cpu);
            });

            Task CopyAsync(string name, string into, byte[] rows) => AddAsync(name, async () =>
            {
                await using var connection = await owner.OpenConnectionAsync();
                await using var copying = await connection.BeginRawBinaryCopyAsync($"COPY {into} FROM STDIN (FORMAT binary)");
                await copying.WriteAsync(rows);
                return (0, 0);
            });

            async Task AddAsync(string name, Func<Task<(double Peak, double Cpu)>> work)
            {
                var before = Installation.PostgresCpu(folder);
                var began = Stopwatch.GetTimestamp();
                var (peak, cpu) = await work();
                if (!measured.TryGetValue(name, out var all)) measured[name] = all = [];
                all.Add(new(Stopwatch.GetElapsedTime(began).TotalSeconds, cpu, Installation.PostgresCpu(folder) - before, peak));
            }
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            await postgres.DisposeAsync();
            File.Delete(file);
            Directory.Delete(folder, recursive: true);
        }
    }

    // Another file each time: other indicators, so that all of it is new.
    private static string Csv(int round)
    {
        var text = new StringBuilder("indicator,region,period,value,unit,yoy,source,basis,vintage,quote,note,published\n");
        for (var i = 0; i < Rows; i++)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"示例指标{round}-{i % 50},示例单位{i / 50 % 100},{2004 + (i / 5000)}-FY,{i}.{i % 10},亿元,,http://a.invalid/{round}-{i / 500},annual,,原文{i},,2025-01-01\n");
        }

        return text.ToString();
    }

    private static async Task<long> LastAsync(NpgsqlDataSource owner)
    {
        await using var command = owner.CreateCommand("SELECT coalesce(max(id), 0) FROM figures");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<byte[]> OutAsync(NpgsqlDataSource owner, long last)
    {
        await using var connection = await owner.OpenConnectionAsync();
        await using var copy = await connection.BeginRawBinaryCopyAsync(
            string.Create(CultureInfo.InvariantCulture, $"COPY (SELECT * FROM figures WHERE id > {last} ORDER BY id) TO STDOUT (FORMAT binary)"));
        using var rows = new MemoryStream();
        await copy.CopyToAsync(rows);
        return rows.ToArray();
    }

    private static async Task ExecuteAsync(NpgsqlDataSource owner, string statements)
    {
        await using var command = owner.CreateCommand(statements);
        await command.ExecuteNonQueryAsync();
    }

    private static string Against(List<Measured> own, List<Measured> others, string name) =>
        $"{Spread.Of(own.Zip(others).Select(p => p.First.Seconds / p.Second.Seconds))} × {name}";

    private static string Above(List<Measured> own, List<Measured> idle) =>
        $"{Spread.Of(own.Zip(idle).Select(p => p.First.Peak - p.Second.Peak))} MB above a command that does nothing";

    // What the generator did itself is told of nobody.
    private static Spread? Of(IEnumerable<double> values) => values.Any(v => v > 0) ? Spread.Of(values) : null;

    private sealed record Measured(double Seconds, double Cpu, double PostgresCpu, double Peak);
}
