using Npgsql;
using Xinzhou.Dashboard.Domain.Plan;
using static Xinzhou.Dashboard.Data.Tests.Plans.PlanDatabase;

namespace Xinzhou.Dashboard.Data.Tests.Plans;

/// <summary>What is said of the plan, as the database keeps it.</summary>
public sealed class PlanStatementsTests : IAsyncLifetime
{
    private PlanDatabase _database = null!;

    public async Task InitializeAsync() => _database = await CreateAsync();

    public Task DisposeAsync() => ((IAsyncDisposable)_database).DisposeAsync().AsTask();

    [Theory]
    [InlineData("UPDATE {0} SET {1} = {1}")]
    [InlineData("DELETE FROM {0}")]
    [InlineData("TRUNCATE {0} CASCADE")]
    public async Task What_was_said_is_not_changed_by_the_application_nor_by_the_owner(string statement)
    {
        foreach (var (table, column) in new[]
        {
            ("task_statements", "source"), ("work_item_statements", "source"), ("progress_statements", "source"), ("commitment_statements", "source"),
            ("outcome_statements", "source"), ("light_settings", "reason"), ("light_overrides", "reason"),
        })
        {
            var sql = string.Format(System.Globalization.CultureInfo.InvariantCulture, statement, table, column);
            Assert.Equal("42501", await RefusalAsync(_database.App, sql));
            Assert.Equal("23000", await RefusalAsync(_database.Owner, sql));
        }
    }

    [Theory]
    [InlineData("INSERT INTO task_statements (source, known_from, known_from_basis, recorded_at, actor, task_number) VALUES ('', now(), 'stated', now(), 'command', 1)", "23514")]
    [InlineData("INSERT INTO task_statements (source, known_from, known_from_basis, recorded_at, actor, task_number) VALUES ('a', now(), 'stated', now(), 'somebody', 1)", "42501")]
    [InlineData("INSERT INTO task_statements (source, known_from, known_from_basis, recorded_at, actor, task_number) VALUES ('a', now(), 'stated', now(), 'command', 40)", "23503")]
    [InlineData("INSERT INTO task_statements (source, known_from, known_from_basis, recorded_at, actor, task_number, responsible) VALUES ('a', now(), 'stated', now(), 'command', 1, '{gone}')", "23503")]
    [InlineData("INSERT INTO task_statements (source, known_from, known_from_basis, recorded_at, actor, task_number, lead_code) VALUES ('a', now(), 'stated', now(), 'command', 1, 'gone')", "23503")]
    [InlineData("INSERT INTO work_item_statements (source, known_from, known_from_basis, recorded_at, actor, task_number, item_number, start_day, due_day) VALUES ('a', now(), 'stated', now(), 'command', 1, 1, '2026-02-01', '2026-01-01')", "23514")]
    [InlineData("INSERT INTO progress_statements (source, known_from, known_from_basis, recorded_at, actor, task_number, item_number, quarter, percent) VALUES ('a', now(), 'stated', now(), 'command', 1, 9, '2026-Q1', 10)", "23503")]
    [InlineData("INSERT INTO progress_statements (source, known_from, known_from_basis, recorded_at, actor, task_number, item_number, quarter, percent) VALUES ('a', now(), 'stated', now(), 'command', 1, 9, '2026-Q1', 101)", "23503,23514")]
    [InlineData("INSERT INTO light_overrides (subject, colour, reason, until, decided_by, decided_at) VALUES ('tasks/1', 'green', 'a', '2030-01-01', gen_random_uuid(), now())", "42501")]
    public async Task What_cannot_be_is_refused_by_the_database(string statement, string codes) =>
        Assert.Contains(await RefusalAsync(_database.App, statement), codes.Split(','));

    [Fact]
    public async Task What_a_field_leaves_takes_away_or_states_comes_back_as_it_was_said()
    {
        await _database.ImportAsync(File(Sheet("name", "市工信局")));
        var department = (await _database.PlanAsync()).Departments[0].Code;
        PlanStatement[] said =
        [
            new TaskStatement { Origin = PlanOrigin.NotRecorded, Number = 1, Title = "标题", Aspect = "", Lead = department, Responsible = [], Supporting = [department], Person = "", Quote = "原文" },
            new TaskStatement { Origin = PlanOrigin.NotRecorded, Number = 2 },
            new WorkItemStatement { Origin = PlanOrigin.NotRecorded, Task = 1, Number = 1, Text = "工作", Lead = "", Start = new(null), Due = new(null, "长期坚持"), Path = [new(new(2026, 2), 25.50m)], IsWithdrawn = true },
            new WorkItemStatement { Origin = PlanOrigin.NotRecorded, Task = 1, Number = 1, Path = [], IsWithdrawn = false, Due = new(new(2026, 12, 31), "2026年底") },
            new ProgressStatement { Origin = PlanOrigin.NotRecorded, Task = 1, Item = 1, Quarter = new(2026, 2), Percent = 12.50m, Text = "进展" },
            new CommitmentStatement { Origin = PlanOrigin.NotRecorded, Target = new("gdp", "140900", "2027-FY", Domain.Indicators.PeriodKind.Year, Domain.Indicators.Measure.Gap, Domain.Indicators.Benchmark.Province), Owner = "", Person = "甲", Baseline = "", Tolerance = 2.50m, Task = 0 },
            new OutcomeStatement { Origin = PlanOrigin.NotRecorded, Year = 2027, Dimension = (await _database.PlanAsync()).Dimensions[0].Code, Text = "建成", Achieved = new(null), Evidence = "" },
        ];
        var origin = new PlanOrigin
        {
            Id = 0,
            Source = "文件",
            KnownFrom = _database.Clock.GetUtcNow(),
            KnownFromBasis = Domain.Indicators.KnownFromBasis.Month,
            RecordedAt = _database.Clock.GetUtcNow(),
            Actor = "command",
        };
        await using (var context = await _database.Contexts.CreateDbContextAsync())
        {
            foreach (var statement in said)
            {
                context.Add(Data.Model.Plan.PlanStatementEntity.Of(statement with { Origin = origin }));
                await context.SaveChangesAsync();
            }
        }

        var held = (await _database.LoadAsync()).PlanBook.Statements;

        Assert.Equal(said.Length, held.Count);
        Assert.All(held.Zip(held.Skip(1)), pair => Assert.True(pair.First.Origin.Id < pair.Second.Origin.Id));
        foreach (var (statement, read) in said.Zip(held))
        {
            Assert.Equal(Told(statement with { Origin = origin }), Told(read with { Origin = read.Origin with { Id = 0 } }));
        }
    }

    private static string Told(PlanStatement statement) => Data.Changes.AuditJson.Write(statement);

    private static async Task<string> RefusalAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState;
    }
}
