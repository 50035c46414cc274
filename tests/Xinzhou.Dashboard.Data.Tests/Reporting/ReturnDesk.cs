using System.Globalization;
using System.Text;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Data.Tests.Reporting;

/// <summary>Two departments with a form of four rows, the people around it, and the commands they give.</summary>
public sealed class ReturnDesk : PostgresDatabase
{
    /// <summary>A value that asks for its growth too.</summary>
    public static readonly CellAddress Investment = new(1, CellField.Value);

    public static readonly CellAddress InvestmentGrowth = new(1, CellField.Growth);

    public static readonly CellAddress Sales = new(2, CellField.Value);

    /// <summary>The progress of key task 1.</summary>
    public static readonly CellAddress Task = new(3, CellField.Value);

    private readonly SnapshotStore _store = new();
    private int _year = 2026;

    public ReturnSetup Setup { get; private set; } = null!;

    /// <summary>Enters for <c>d1</c>.</summary>
    public Actor Reporter { get; private set; } = null!;

    /// <summary>Enters for <c>d1</c> too.</summary>
    public Actor Colleague { get; private set; } = null!;

    /// <summary>Enters for <c>d2</c>.</summary>
    public Actor Stranger { get; private set; } = null!;

    public Actor Reviewer { get; private set; } = null!;

    public Actor OtherReviewer { get; private set; } = null!;

    public ReturnList Returns => new(Contexts, _store, TimeProvider.System);

    public ReviewList Reviews => new(Contexts, Returns, TimeProvider.System);

    public ReturnEntry Entry => new(Contexts, _store, TimeProvider.System);

    public ReturnSteps Steps => new(Contexts, _store, TimeProvider.System);

    public ReturnRelease Releasing => ReleasingBy(TimeProvider.System);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Setup = new(Owner, App);
        await Setup.DepartmentAsync("d1", "测试局甲");
        await Setup.DepartmentAsync("d2", "测试局乙");
        Reporter = await Setup.UserAsync("wang", Role.Reporter, "d1", "王填报");
        Colleague = await Setup.UserAsync("chen", Role.Reporter, "d1", "陈填报");
        Stranger = await Setup.UserAsync("zhou", Role.Reporter, "d2", "周填报");
        Reviewer = await Setup.UserAsync("li", Role.Reviewer, name: "李审核");
        OtherReviewer = await Setup.UserAsync("zhao", Role.Reviewer, name: "赵审核");
        await ExecuteAsync(
            """
            INSERT INTO dimensions (code, "order", name, full_name, heading) VALUES ('industry', 1, '产业', '产业能级', '一');
            INSERT INTO key_tasks VALUES (1, 'official', '任务', 'official', 'official', 'industry', 'official');
            CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken off'; END $$;
            """);
        await Setup.FormAsync(
        [
            ReturnSetup.Series("fixed_asset_investment", growth: true),
            ReturnSetup.Series("retail_sales"),
            ReturnSetup.Task(1),
        ], ["d1", "d2"]);
        await PublishAsync();
    }

    public ReturnRelease ReleasingBy(TimeProvider clock) => new(Contexts, _store, clock);

    /// <summary>Lets the commands see what is published now.</summary>
    public async Task PublishAsync() => _store.Replace(await new SnapshotLoader(Contexts).LoadAsync());

    /// <summary>The return of <c>d1</c> for a quarter of its own.</summary>
    public Task<int> OpenAsync(ReturnDates? dates = null) =>
        Setup.OpenAsync(FormattableString.Invariant($"{Interlocked.Decrement(ref _year)}-Q3"), "d1", dates: dates);

    /// <summary>A return that is filled: 123.4 with growth 5.6, 78.9, and 40 % of the task.</summary>
    public async Task<int> FilledAsync()
    {
        var id = await OpenAsync();
        await FillAsync(id, (Investment, new(123.4m)), (InvestmentGrowth, new(5.6m)), (Sales, new(78.9m)), (Task, new(40m)));
        return id;
    }

    /// <summary>A return that waits for the reviewer.</summary>
    public async Task<int> SubmittedAsync()
    {
        var id = await FilledAsync();
        await SubmitAsync(id);
        return id;
    }

    /// <summary>A return whose figures are released, and published.</summary>
    public async Task<int> ReleasedAsync()
    {
        var id = await SubmittedAsync();
        await ReleaseAsync(id);
        return id;
    }

    public async Task FillAsync(int id, params (CellAddress Cell, CellEntry Entry)[] cells)
    {
        var held = (await FindAsync(id)).Cells;
        var (refusal, outcomes, _) = await Entry.SaveAsync(
            id, [.. cells.Select(c => new CellEdit(c.Cell, c.Entry, held.GetValueOrDefault(c.Cell)?.Version ?? 0))], Reporter);
        Assert.Null(refusal);
        Assert.All(outcomes, o => Assert.Null(o.Refusal));
    }

    public async Task SubmitAsync(int id) => Assert.Null((await Steps.SubmitAsync(id, await VersionAsync(id), Reporter)).Refusal);

    public async Task ReleaseAsync(int id)
    {
        Assert.Null((await Releasing.ReleaseAsync(id, await VersionAsync(id), Reviewer)).Refusal);
        await PublishAsync();
    }

    public async Task CorrectAsync(int id, string reason) =>
        Assert.Null((await Steps.BeginCorrectionAsync(id, await VersionAsync(id), reason, Reporter)).Refusal);

    public async Task<Return> FindAsync(int id) => (await Returns.FindAsync(id))!;

    public async Task<int> VersionAsync(int id) => (await FindAsync(id)).Version;

    /// <summary>The messages about a return, one a line: kind, to whom, what else.</summary>
    public Task<string[]> MessagesAsync(int id, string kind) => ListAsync(
        $"""
        SELECT concat_ws(' ', u.user_name, nullif(jsonb_strip_nulls(m.details)::text, '{"{}"}')) FROM messages m JOIN users u ON u.id = m.user_id
        WHERE m.return_id = {id} AND m.kind = '{kind}' ORDER BY u.user_name, m.id
        """);

    /// <summary>The events about a return: who, what, details; the oldest first.</summary>
    public Task<string[]> EventsAsync(int id) => ListAsync(
        $"SELECT concat_ws(' ', actor, action, details) FROM audit_events WHERE subject LIKE 'return {id} %' ORDER BY id");

    /// <summary>Everything that a command on a return could change, as text.</summary>
    public async Task<string> DumpAsync()
    {
        var dump = new StringBuilder();
        foreach (var table in new[]
        {
            "returns", "return_cells", "return_cell_changes", "return_comments", "return_submissions", "figures", "figure_origins",
            "series", "source_documents", "withdrawals", "task_progress", "messages", "audit_events", "audit_head",
        })
        {
            dump.Append(CultureInfo.InvariantCulture, $"{table}:\n").AppendJoin('\n', await ListAsync($"SELECT t::text FROM {table} t ORDER BY 1")).AppendLine();
        }

        return dump.ToString();
    }

    /// <summary>Runs a command while the database breaks off what writes to a table, and holds that nothing of it is left.</summary>
    public async Task BreaksOffAsync(string table, Func<Task> command)
    {
        ArgumentNullException.ThrowIfNull(command);
        await ExecuteAsync($"CREATE TRIGGER break_off BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION break_off()");
        try
        {
            var before = await DumpAsync();
            var failure = await Record.ExceptionAsync(command);
            Assert.Contains("broken off", failure?.GetBaseException().Message, StringComparison.Ordinal);
            Assert.Equal(before, await DumpAsync());
        }
        finally
        {
            await ExecuteAsync($"DROP TRIGGER break_off ON {table}");
        }
    }

    public async Task<string[]> ListAsync(string sql)
    {
        await using var command = Owner.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(reader.IsDBNull(0) ? "" : reader.GetString(0));
        return [.. rows];
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
