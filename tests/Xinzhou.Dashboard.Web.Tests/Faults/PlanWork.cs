using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Npgsql;

namespace Xinzhou.Dashboard.Web.Tests.Faults;

/// <summary>Who keeps the plan: files of ten work items are imported, each with texts of its own.</summary>
internal sealed class PlanWork(HttpClient client, string actor, string unit) : Work("imports of the plan")
{
    private const int Rows = 10;
    private int _files;

    protected override int Parts => Rows;

    protected override TimeSpan Breath => TimeSpan.FromMilliseconds(200);

    /// <summary>Work items of task 1, all with one text.</summary>
    /// <param name="text">Their text and their source.</param>
    /// <param name="unit">The name of the unit that leads.</param>
    public static string Csv(string text, string unit) => string.Join('\n',
    [
        "task,item,text,lead,start,due,source,published",
        .. Enumerable.Range(1, Rows).Select(n => string.Create(CultureInfo.InvariantCulture, $"1,{n},{text},{unit},2024-01-01,2027-12-31,{text},2024-01-05")),
        "",
    ]);

    protected override async Task<bool> NextAsync()
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"建设园区 {++_files}");
        return await AskAsync(key, () => client.PostAsJsonAsync(PlanOrder.Path, new PlanOrder(Csv(key, unit), actor))) != HttpStatusCode.ServiceUnavailable;
    }

    protected override Task<long> CountAsync(NpgsqlDataSource database, string key) =>
        ScalarAsync(database, "SELECT count(*) FROM work_item_statements WHERE text = $1", key);
}
