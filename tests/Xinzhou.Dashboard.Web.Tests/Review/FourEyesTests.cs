using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Web.Tests.Review;

/// <summary>What the database refuses, whatever the application believes.</summary>
[Trait("Category", "Security")]
public sealed class FourEyesTests(ReviewHost host) : IClassFixture<ReviewHost>
{
    private const string Origin =
        """
        INSERT INTO figure_origins (figure_id, return_id, row_number, field, entered_by, released_by)
        VALUES ((SELECT min(id) FROM figures), $1, 1, 'value', $2, $3)
        """;

    [Theory]
    [InlineData(Role.Admin)]
    [InlineData(Role.Security)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Leader)]
    [InlineData(Role.Reporter)]
    public async Task The_database_takes_a_release_from_a_reviewer_only(Role role)
    {
        var id = await host.OpenAsync();
        var other = await host.Setup.UserAsync($"x{role}{id}", role, role == Role.Reporter ? "d2" : null);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(Origin, id, host.Reporter.Id, other.Id));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task The_database_refuses_one_person_on_both_sides()
    {
        var id = await host.OpenAsync();

        var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(Origin, id, host.Reviewer.Id, host.Reviewer.Id));

        Assert.Equal("four_eyes", refused.ConstraintName);
    }

    [Fact]
    public async Task The_database_refuses_a_reviewer_who_has_entered()
    {
        var id = await host.OpenAsync();
        var turncoat = await host.Setup.UserAsync($"y{id}", Role.Reporter, "d1");
        await host.Entry.SaveAsync(id, [new(ReviewHost.Sales, new(1m), 0)], turncoat);
        await host.ScalarAsync<string>("UPDATE users SET role = 'reviewer', department_code = NULL WHERE id = $1 RETURNING role", turncoat.Id);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(Origin, id, host.Reporter.Id, turncoat.Id));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Theory]
    [InlineData("UPDATE figure_origins SET released_by = entered_by")]
    [InlineData("DELETE FROM figure_origins")]
    [InlineData("UPDATE figure_exports SET at = now()")]
    [InlineData("DELETE FROM messages")]
    [InlineData("UPDATE messages SET user_id = user_id")]
    [InlineData("UPDATE audit_events SET actor = 'x'")]
    [InlineData("DELETE FROM return_comments")]
    public async Task What_was_done_stays(string sql) => await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(sql));

    [Theory]
    [InlineData("UPDATE returns SET state = 'released' WHERE id = $1")]
    [InlineData("UPDATE returns SET department_code = 'd2' WHERE id = $1")]
    [InlineData("INSERT INTO return_submissions (return_id, number, by, at, cells) SELECT $1, 9, id, now(), '[]' FROM users WHERE role = 'reviewer' LIMIT 1")]
    [InlineData("""
        INSERT INTO figures (series_id, period_code, period_kind, kind, value, uom, stage, known_from, known_from_basis, recorded_at, source_id, source_text, reliability)
        SELECT series_id, '2031-FY', 'year', kind, 1, uom, stage, now(), 'recorded', now(), source_id, 'x', 'return' FROM figures WHERE value IS NOT NULL AND $1 > 0 LIMIT 1
        """)]
    public async Task Nothing_gets_round_the_steps_of_a_return(string sql) =>
        await Assert.ThrowsAsync<PostgresException>(async () => await ExecuteAsync(sql, await host.OpenAsync()));

    [Theory]
    [InlineData("UPDATE return_cells SET value = 99 WHERE return_id = $1")]
    [InlineData("UPDATE return_cells SET sent_back = true WHERE return_id = $1")]
    [InlineData("UPDATE returns SET state = 'open' WHERE id = $1")]
    [InlineData("UPDATE returns SET released_at = now() WHERE id = $1")]
    [InlineData("UPDATE returns SET submitted_at = '2020-01-01' WHERE id = $1")]
    [InlineData("""
        INSERT INTO return_cell_changes (return_id, row_number, field, version, value, changed_by, changed_at)
        SELECT $1, 1, 'value', 99, 1, id, now() FROM users WHERE role = 'reporter' AND department_code = 'd1' LIMIT 1
        """)]
    public async Task What_is_released_is_changed_by_a_correction_only(string sql)
    {
        var id = await host.SubmittedAsync();
        Assert.Null((await host.Services.GetRequiredService<ReturnRelease>().ReleaseAsync(id, (await host.FindAsync(id)).Version, host.Reviewer)).Refusal);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(sql, id));

        Assert.Equal(PostgresErrorCodes.IntegrityConstraintViolation, refused.SqlState);
    }

    [Fact]
    public async Task A_figure_is_not_released_in_the_name_of_somebody_who_did_not_enter_it()
    {
        var id = await host.SubmittedAsync();
        var other = await host.Setup.UserAsync($"z{id}", Role.Reporter, "d1");

        await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(Origin, id, other.Id, host.Reviewer.Id));
    }

    private async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var connection = await host.Database.App.OpenRecordingAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        await command.ExecuteNonQueryAsync();
    }
}
