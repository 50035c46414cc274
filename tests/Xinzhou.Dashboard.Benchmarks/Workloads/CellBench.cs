using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using Xinzhou.Dashboard.Benchmarks.Load;
using Xinzhou.Dashboard.Benchmarks.Machine;
using Xinzhou.Dashboard.Benchmarks.Town;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Benchmarks.Workloads;

/// <summary>W4: one cell of a return saved as the page of the grid does it: read, judged, audited, on disk before the answer.</summary>
internal static partial class CellBench
{
    private const int Rows = 40;
    private static readonly int[] Writers = [1, 4, 16];

    private const string Tables = "DROP TABLE IF EXISTS bench_cells; CREATE TABLE bench_cells (LIKE return_cell_changes INCLUDING ALL)";

    public static async Task<Table> RunAsync(Arguments arguments, Installation town)
    {
        await using (var tables = town.Owner.CreateCommand(Tables)) await tables.ExecuteNonQueryAsync();
        var desks = new List<Desk>();
        var lines = new List<Line>();
        try
        {
            for (var i = 1; i <= Writers.Max(); i++)
            {
                var (id, reporter, name) = await ReturnAsync(town, i);
                desks.Add(await Desk.OpenAsync(town.Address, id, name));
                lines.Add(new(await town.Owner.OpenConnectionAsync(), id, reporter));
            }

            var loop = new LoopBench(arguments.Seconds);
            var contenders = new List<Contender>();
            foreach (var writers in Writers)
            {
                var (bare, audited) = ($"INSERT, {writers}", $"INSERT and event, {writers}");
                contenders.Add(new($"a cell saved, writers: {writers}", () => loop.TurnAsync(writers, town.Cpu, w => desks[w].SaveAsync())) { Against = [audited, bare] });
                contenders.Add(new(bare, () => loop.TurnAsync(writers, Cpu, w => lines[w].InsertAsync(audited: false))));
                contenders.Add(new(audited, () => loop.TurnAsync(writers, Cpu, w => lines[w].InsertAsync(audited: true))));
            }

            return await TurnsBench.RunAsync($"W4: one cell saved, each writer in a return of his own, of {Rows} rows", arguments.Rounds, contenders);

            double Cpu() => ProcessCpu.Of(Environment.ProcessId) + town.PostgresCpu();
        }
        finally
        {
            foreach (var desk in desks) desk.Dispose();
            foreach (var line in lines) await line.DisposeAsync();
        }
    }

    /// <summary>A return of a department to be filled, and who fills it: those of an earlier run where there are any.</summary>
    private static async Task<(int Return, Guid Reporter, string Name)> ReturnAsync(Installation town, int number)
    {
        var name = number == 1 ? "reporter-a" : string.Create(CultureInfo.InvariantCulture, $"reporter-a-{number}");
        await using (var command = town.App.CreateCommand("SELECT r.id, u.id FROM returns r JOIN users u USING (department_code) WHERE u.user_name = $1"))
        {
            command.Parameters.AddWithValue(name);
            await using var reader = await command.ExecuteReaderAsync();
            if (await reader.ReadAsync()) return (reader.GetInt32(0), reader.GetGuid(1), name);
        }

        var made = await IndustryQuarter.MakeAsync(town.Owner, town.App, await CountyRows.ReadAsync(town.App, Rows));
        return (made.Return, made.Reporter.Id, made.Reporter.UserName);
    }

    /// <summary>Somebody at a page of the grid, who types into one cell.</summary>
    private sealed partial class Desk : IDisposable
    {
        private const string Cell = "1-value";

        private readonly PersonaClient _client;
        private readonly string _path;
        private readonly string _token;
        private int _seen;
        private int _stamp = -1;
        private int _number;

        private Desk(PersonaClient client, string path, string token) => (_client, _path, _token) = (client, path, token);

        public static async Task<Desk> OpenAsync(string site, int id, string user)
        {
            var client = await PersonaClient.SignInAsync(site, user);
            var path = string.Create(CultureInfo.InvariantCulture, $"/returns/{id}");
            var desk = new Desk(client, path + "/cells", await client.TokenAsync(path));
            desk.Lay(await client.Http.GetStringAsync(path));
            return desk;
        }

        public async Task SaveAsync()
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{500 + (++_number % 400)}.{_number % 10}");
            using var answer = await _client.PostAsync(_path, new { cells = new[] { new { cell = Cell, seen = _seen, text } }, stamp = _stamp }, _token);
            var page = await answer.Content.ReadAsStringAsync();
            if (!answer.IsSuccessStatusCode || !Lay(page)) throw new InvalidOperationException($"{Cell} was not saved: {answer.StatusCode} {page[..Math.Min(500, page.Length)]}");
        }

        /// <summary>Reads from an answer what the next request says that the page knows.</summary>
        /// <returns>Whether the cell stands in it as it was sent.</returns>
        private bool Lay(string page)
        {
            var cell = Saved().Match(page);
            if (!cell.Success) return false;
            _seen = int.Parse(cell.Groups[1].Value, CultureInfo.InvariantCulture);
            _stamp = int.Parse(Stamp().Match(page).Groups[1].Value, CultureInfo.InvariantCulture);
            return true;
        }

        public void Dispose() => _client.Dispose();

        [GeneratedRegex($"data-cell=\"{Cell}\" data-version=\"([0-9]+)\"[^>]*data-outcome=\"saved\"")]
        private static partial Regex Saved();

        [GeneratedRegex("data-stamp=\"([0-9]+)\"")]
        private static partial Regex Stamp();
    }

    /// <summary>A connection that writes the like past the application.</summary>
    private sealed class Line : IAsyncDisposable
    {
        private readonly NpgsqlConnection _connection;
        private readonly NpgsqlBatch _bare;
        private readonly NpgsqlBatch _audited;
        private int _version;

        public Line(NpgsqlConnection connection, int id, Guid who)
        {
            _connection = connection;
            (_bare, _audited) = (new(connection), new(connection));
            foreach (var batch in new[] { _bare, _audited })
            {
                batch.BatchCommands.Add(new("INSERT INTO bench_cells (return_id, row_number, field, version, value, changed_by, changed_at) VALUES ($1, 1, 'value', $2, 512.3, $3, now())")
                {
                    Parameters = { new() { Value = id }, new NpgsqlParameter<int>(), new() { Value = who } },
                });
            }

            _audited.BatchCommands.Add(new(
                """
                INSERT INTO audit_events (at, actor, action, subject, details)
                VALUES (now(), 'bench', 'return.enter', $1, '{"cells": [{"cell": "3-value", "value": "512.3", "blank": null, "version": 7}]}')
                """)
            { Parameters = { new() { Value = id.ToString(CultureInfo.InvariantCulture) } } });
        }

        /// <summary>Writes a row, and an event of the chained log if it is wanted, in one round trip and one transaction.</summary>
        public async Task InsertAsync(bool audited)
        {
            var batch = audited ? _audited : _bare;
            ((NpgsqlParameter<int>)batch.BatchCommands[0].Parameters[1]).TypedValue = ++_version;
            await batch.ExecuteNonQueryAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await _bare.DisposeAsync();
            await _audited.DisposeAsync();
            await _connection.DisposeAsync();
        }
    }
}
