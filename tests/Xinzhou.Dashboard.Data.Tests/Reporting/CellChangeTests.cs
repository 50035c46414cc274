using System.Globalization;
using Npgsql;

namespace Xinzhou.Dashboard.Data.Tests.Reporting;

/// <summary>No cell changes without the row that says who changed it, when, and to what.</summary>
[Trait("Category", "Security")]
public sealed class CellChangeTests(ReturnDesk desk) : IClassFixture<ReturnDesk>
{
    private const string Change =
        "INSERT INTO return_cell_changes (return_id, row_number, field, version, value, changed_by, changed_at) SELECT return_id, row_number, field, version + 1, 99, changed_by, now() FROM return_cells WHERE return_id = {0} AND row_number = 2; ";

    [Theory]
    [InlineData("UPDATE return_cells SET value = 99 WHERE return_id = {0} AND row_number = 2")]
    [InlineData("UPDATE return_cells SET explanation = '已核' WHERE return_id = {0} AND row_number = 2")]
    [InlineData("UPDATE return_cells SET version = version + 1 WHERE return_id = {0} AND row_number = 2")]
    [InlineData("INSERT INTO return_cells (return_id, row_number, field, value, changed_by, changed_at) SELECT return_id, 2, 'growth', 1, changed_by, now() FROM return_cells WHERE return_id = {0} AND row_number = 2")]
    [InlineData(Change + "UPDATE return_cells SET version = version + 1, value = 98, changed_at = now() WHERE return_id = {0} AND row_number = 2")]
    [InlineData("DELETE FROM return_cells WHERE return_id = {0}")]
    [InlineData("TRUNCATE return_cells")]
    public async Task A_cell_is_not_changed_behind_its_history(string statement)
    {
        var id = await desk.FilledAsync();
        var before = await desk.DumpAsync();

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => desk.ExecuteAsync(string.Format(CultureInfo.InvariantCulture, statement, id)));

        Assert.Equal(PostgresErrorCodes.IntegrityConstraintViolation, refusal.SqlState);
        Assert.Equal(before, await desk.DumpAsync());
    }

    [Fact]
    public async Task With_its_change_it_is()
    {
        var id = await desk.FilledAsync();

        await desk.ExecuteAsync(string.Format(
            CultureInfo.InvariantCulture, Change + "UPDATE return_cells SET version = version + 1, value = 99, changed_at = now() WHERE return_id = {0} AND row_number = 2", id));

        Assert.Equal(99m, (await desk.FindAsync(id)).Cells[ReturnDesk.Sales].Entry.Value);
    }
}
