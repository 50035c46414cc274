using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Data.Reviews;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Data.Supervision;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Progress.Pledges;
using Xinzhou.Dashboard.Domain.Reviews;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Hosting;

namespace Xinzhou.Dashboard.Web.Tests.Faults;

/// <summary>
/// The whole application as a process that may be killed. What people do on interactive pages goes through a connection that
/// no plain client speaks: for that it has addresses of its own, which give the commands that the pages give, in the same process.
/// Arguments: the data folder and the address. A command that is refused is answered with 409.
/// </summary>
internal static class FaultWorker
{
    private static async Task<int> Main(string[] arguments)
    {
        DashboardContexts.Prepare();
        await using var app = DashboardHost.Build(new() { DataDirectory = arguments[0], Urls = arguments[1], Overrides = ["--Dashboard:LogLevel=Error"] });
        app.MapPost(NoticeOrder.Path, NoticeAsync).AllowAnonymous();
        app.MapPost(ReviewOrder.Path, ReviewAsync).AllowAnonymous();
        app.MapPost(PlanOrder.Path, PlanAsync).AllowAnonymous();
        await app.StartAsync();
        await app.WaitUntilReadyAsync(app.Lifetime.ApplicationStopping);
        await Console.Out.WriteLineAsync($"Ready: {app.Urls.Single()}");
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>Issues a notice, or does the next thing about the oldest that is open, up to 销号.</summary>
    private static async Task NoticeAsync(HttpContext http)
    {
        var order = await ReadAsync<NoticeOrder>(http);
        var (steps, days) = (http.RequestServices.GetRequiredService<NoticeSteps>(), http.RequestServices.GetRequiredService<WorkingDays>());
        var open = order.Issues ? null : Current(http).Notices.At(Now(http), days).FirstOrDefault(n => !n.IsClosed);
        if (open is null)
        {
            var issued = await steps.IssueAsync(
                new() { Subject = order.Key, Grade = MatterGrade.Ordinary, Origin = NoticeOrigin.Free, Leads = [order.Unit.Department!] }, order.Office);
            await AnswerAsync(http, issued.Refusal, "issue");
            return;
        }

        var act = open.Stage switch
        {
            NoticeStage.Assigned => NoticeAct.Sign,
            NoticeStage.Received or NoticeStage.InProgress => NoticeAct.Claim,
            NoticeStage.Claimed => NoticeAct.Verify,
            _ => NoticeAct.Close,
        };
        var entry = new NoticeEntry(act) { Text = order.Key, Evidence = act == NoticeAct.Claim ? "验收报告" : null };
        var done = await steps.DoAsync(open.Assignment.Number, entry, open.LastEventId, act.IsOfUnit() ? order.Unit : order.Office);
        await AnswerAsync(http, done.Refusal, act.ToString());
    }

    /// <summary>Calls a review of 2025, freezes its pack, or signs a dimension, so that the next one is called when all are signed.</summary>
    private static async Task ReviewAsync(HttpContext http)
    {
        var order = await ReadAsync<ReviewOrder>(http);
        var (book, subject) = (Current(http).Reviews, ReviewSubject.Milestone(2025));
        string[] dimensions = [.. Current(http).PlanAt(Now(http)).Dimensions.Select(d => d.Code)];
        var preparing = http.RequestServices.GetRequiredService<ReviewPreparing>();
        if (book.Of(subject).FirstOrDefault(r => !r.IsComplete(dimensions, book)) is not { } review)
        {
            var called = await preparing.PrepareAsync(subject, Shanghai.DayOf(Now(http).Moment), order.Leader);
            await AnswerAsync(http, called.Refusal, "prepare");
        }
        else if (review.PackName is not { } pack)
        {
            await AnswerAsync(http, (await preparing.FreezeAsync(review.Id, order.Leader)).Refusal, "freeze");
        }
        else
        {
            var next = Array.FindIndex(dimensions, d => review.Verdict(d) is null);
            var redone = next % 2 == 0;
            var verdict = new VerdictEntry(
                dimensions[next], ReviewVerdict.NotAchieved, redone ? ReviewDecision.Redo : ReviewDecision.SendBack, order.Key,
                redone ? new RedoOrder(order.Unit, MatterGrade.Major) : null);
            var signed = await http.RequestServices.GetRequiredService<ReviewSigning>()
                .SignAsync(review.Id, pack, [verdict], SignatureFactor.Code, order.Leader);
            await AnswerAsync(http, signed.Refusal, ReviewOrder.Signed);
        }
    }

    /// <summary>Imports a part of the plan, as the page does.</summary>
    private static async Task PlanAsync(HttpContext http)
    {
        var order = await ReadAsync<PlanOrder>(http);
        var report = await http.RequestServices.GetRequiredService<PlanImporter>()
            .ImportAsync(PlanDocument.ReadCsv(Encoding.UTF8.GetBytes(order.Csv)), new() { File = "plan.csv", Actor = order.Actor });
        await AnswerAsync(http, report.Accepted ? null : ChangeRefusal.Faulty, "import");
    }

    private static Snapshot Current(HttpContext http) => http.RequestServices.GetRequiredService<SnapshotStore>().Current;

    private static AsOf Now(HttpContext http) => new(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());

    private static async Task<T> ReadAsync<T>(HttpContext http) =>
        await JsonSerializer.DeserializeAsync<T>(http.Request.Body, JsonSerializerOptions.Web) ?? throw new JsonException("No order.");

    private static Task AnswerAsync(HttpContext http, ChangeRefusal? refusal, string done)
    {
        http.Response.StatusCode = refusal is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
        return http.Response.WriteAsync(refusal?.ToString() ?? done);
    }
}
