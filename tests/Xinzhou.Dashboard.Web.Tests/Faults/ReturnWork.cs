using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Npgsql;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Web.Tests.Faults;

/// <summary>
/// A reporter and a reviewer on one return: cells are saved, the return is submitted, now and then taken back, released, opened
/// again for a correction, and so on.
/// </summary>
internal sealed partial class ReturnWork : Work, IDisposable
{
    private const string Submit = "return.submit";
    private const string TakeBack = "return.take_back";
    private const string Release = "return.release";
    private const string Correct = "return.correct";

    private readonly int _return;
    private readonly int _rows;
    private readonly Random _random;
    private readonly NpgsqlDataSource _database;
    private readonly PersonaClient _reporter;
    private readonly PersonaClient _reviewer;
    private readonly string _reporterToken;
    private readonly string _reviewerToken;
    private int _values;

    private ReturnWork(
        FaultedDashboard dashboard, IndustryQuarter made, int rows, int seed, (PersonaClient Client, string Token) reporter, (PersonaClient Client, string Token) reviewer)
        : base($"returns ({made.Form})")
    {
        (_return, _rows, _random, _database) = (made.Return, rows, new Random(seed), dashboard.Connect(DatabaseRoles.Application));
        (_reporter, _reporterToken) = reporter;
        (_reviewer, _reviewerToken) = reviewer;
    }

    /// <summary>Signs both in.</summary>
    /// <param name="dashboard">Where.</param>
    /// <param name="made">The return and its people.</param>
    /// <param name="rows">How many rows the return has, each with a value alone.</param>
    /// <param name="seed">Decides what is done next.</param>
    public static async Task<ReturnWork> BeginAsync(FaultedDashboard dashboard, IndustryQuarter made, int rows, int seed)
    {
        var reporter = await PersonaClient.SignInAsync(dashboard.Site, made.Reporter.UserName);
        var reviewer = await PersonaClient.SignInAsync(dashboard.Site, made.Reviewer.UserName);
        return new(
            dashboard, made, rows, seed,
            (reporter, await reporter.TokenAsync($"/returns/{made.Return}")),
            (reviewer, await reviewer.TokenAsync("/messages")));
    }

    /// <summary>The reporter, signed in.</summary>
    public PersonaClient Reporter => _reporter;

    /// <summary>Goes on until the return takes entries.</summary>
    /// <returns>Saves the next value and gives the answer; it asks nothing of the database itself, and is called once.</returns>
    public async Task<Func<Task<HttpStatusCode>>> NextSaveAsync()
    {
        while (!TakesEntries((await StateAsync()).State)) Assert.True(await NextAsync());
        var body = await NextCellAsync();
        return () => SaveAsync(body);
    }

    /// <summary>Saves the next value; the return takes entries.</summary>
    public async Task<HttpStatusCode> SaveAsync() => await (await NextSaveAsync())();

    /// <summary>The body of the last answer to a value that was not saved; empty if there was none.</summary>
    public string Refusal { get; private set; } = "";

    public void Dispose()
    {
        _database.Dispose();
        _reporter.Dispose();
        _reviewer.Dispose();
    }

    protected override async Task<bool> NextAsync()
    {
        var (state, version) = await StateAsync();
        var status = state switch
        {
            "submitted" when _random.Next(4) == 0 => await StepAsync(TakeBack, "take-back", new { version }),
            "submitted" => await ReleaseAsync(version),
            "released" => await StepAsync(Correct, "correct", new { version, reason = "口径有误" }),
            _ when await CountCellsAsync() == _rows && _random.Next(3) == 0 => await StepAsync(Submit, "submit", new { version }),
            _ => await SaveAsync(await NextCellAsync()),
        };
        return status != HttpStatusCode.ServiceUnavailable;
    }

    protected override Task<long> CountAsync(NpgsqlDataSource database, string key) => key switch
    {
        Submit or TakeBack or Release or Correct => ScalarAsync(
            database, "SELECT count(*) FROM audit_events WHERE action = $1 AND subject LIKE 'return ' || $2 || ' %'", key, _return.ToString(CultureInfo.InvariantCulture)),
        _ => ScalarAsync(
            database, "SELECT count(*) FROM return_cell_changes WHERE return_id = $1 AND value = $2", _return, decimal.Parse(key, CultureInfo.InvariantCulture)),
    };

    private static bool TakesEntries(string state) => state is not ("submitted" or "released");

    // Every value is another one, so that it can be counted.
    private static string ValueText(int number) => string.Create(CultureInfo.InvariantCulture, $"{1000 + (number / 10)}.{number % 10}");

    private Task<HttpStatusCode> SaveAsync(object body) => AskAsync(
        ValueText(_values),
        async () =>
        {
            var answer = await _reporter.PostAsync($"/returns/{_return}/cells", body, _reporterToken);
            if (answer.StatusCode != HttpStatusCode.OK) Refusal = await answer.Content.ReadAsStringAsync();
            return answer;
        },
        async answer => answer.StatusCode == HttpStatusCode.OK && !NotSaved().IsMatch(await answer.Content.ReadAsStringAsync()));

    private Task<HttpStatusCode> StepAsync(string key, string step, object body) =>
        AskAsync(key, () => _reporter.PostAsync($"/returns/{_return}/{step}", body, _reporterToken));

    private async Task<HttpStatusCode> ReleaseAsync(int version)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", _reviewerToken),
            new("_handler", "decide"),
            new("seen", version.ToString(CultureInfo.InvariantCulture)),
            new("act", "release"),
        ]);
        return await AskAsync(
            Release, () => _reviewer.Http.PostAsync($"/review/{_return}", form), answer => Task.FromResult(answer.StatusCode == HttpStatusCode.Redirect));
    }

    /// <summary>What is sent to save the next value, in a cell that has none before the others.</summary>
    private async Task<object> NextCellAsync()
    {
        var held = new Dictionary<int, int>();
        await using (var command = _database.CreateCommand("SELECT row_number, version FROM return_cells WHERE return_id = $1"))
        {
            command.Parameters.AddWithValue(_return);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) held[reader.GetInt32(0)] = reader.GetInt32(1);
        }

        var row = Enumerable.Range(1, _rows).FirstOrDefault(r => !held.ContainsKey(r), _random.Next(_rows) + 1);
        var cell = string.Create(CultureInfo.InvariantCulture, $"{row}-value");
        return new { cells = new[] { new { cell, seen = held.GetValueOrDefault(row), text = ValueText(++_values), explanation = "已核实" } }, stamp = -1 };
    }

    private async Task<(string State, int Version)> StateAsync()
    {
        await using var command = _database.CreateCommand("SELECT state, version FROM returns WHERE id = $1");
        command.Parameters.AddWithValue(_return);
        await using var reader = await command.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync());
        return (reader.GetString(0), reader.GetInt32(1));
    }

    private Task<long> CountCellsAsync() => ScalarAsync(_database, "SELECT count(*) FROM return_cells WHERE return_id = $1", _return);

    // Of the cells in an answer those that were sent say what became of them, and all others that they are saved.
    [GeneratedRegex("data-outcome=\"(?!saved\")")]
    private static partial Regex NotSaved();
}
