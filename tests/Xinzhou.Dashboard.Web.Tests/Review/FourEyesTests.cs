using Npgsql;
using Xinzhou.Dashboard.Domain.Access;

namespace Xinzhou.Dashboard.Web.Tests.Review;

/// <summary>What the database refuses, whatever the application believes.</summary>
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
    [InlineData("DELETE FROM notices")]
    [InlineData("UPDATE notices SET user_id = user_id")]
    [InlineData("UPDATE audit_events SET actor = 'x'")]
    [InlineData("DELETE FROM return_comments")]
    public async Task What_was_done_stays(string sql) => await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(sql));

    private async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = host.Database.App.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        await command.ExecuteNonQueryAsync();
    }
}
