using Xinzhou.Dashboard.Data.CheckIns;
using Xinzhou.Dashboard.Data.Deadlines;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Data.Supervision;

namespace Xinzhou.Dashboard.Web.Entry;

/// <summary>
/// Looks into the calendar of returns, for check-ins that were missed, for notices that are late, for deadlines that come and for the digest
/// of the week, at the start and every minute; what fails is tried again the next minute.
/// </summary>
internal sealed partial class CalendarLifetime(
    ReturnCalendar calendar,
    CheckInCalendar checkIns,
    NoticeEscalation notices,
    DeadlineReminders reminders,
    WeeklyDigest digest,
    TimeProvider time,
    ILogger<CalendarLifetime> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var clock = new PeriodicTimer(Pause, time);
        try
        {
            do
            {
                await LoadAsync(stoppingToken);
            }
            while (await clock.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The application stops.
        }
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        await TryAsync("returns", calendar.RunAsync, LogOpened);
        await TryAsync("check-ins", checkIns.RunAsync, LogMissed);
        await TryAsync("notices", notices.RunAsync, LogEscalated);
        await TryAsync("reminders", reminders.RunAsync, LogReminded);
        await TryAsync("digest", digest.RunAsync, LogDigested);

        // Each by itself: one that fails must not keep the others from their day.
        async Task TryAsync(string job, Func<CancellationToken, Task<int>> run, Action<int> say)
        {
            try
            {
                if (await run(cancellation) is > 0 and var done) say(done);
            }
            catch (Exception failure) when (failure.IsDatabaseError() || failure is IOException or TimeoutException or InvalidOperationException or FormatException)
            {
                LogFailed(failure, job);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "The calendar opened {Returns} returns")]
    private partial void LogOpened(int returns);

    [LoggerMessage(LogLevel.Information, "{CheckIns} check-ins were missed and went up a level")]
    private partial void LogMissed(int checkIns);

    [LoggerMessage(LogLevel.Information, "Notices that are late climbed {Rungs} rungs")]
    private partial void LogEscalated(int rungs);

    [LoggerMessage(LogLevel.Information, "People were told of {Occasions} deadlines")]
    private partial void LogReminded(int occasions);

    [LoggerMessage(LogLevel.Information, "The digest of the week was left with {People} people")]
    private partial void LogDigested(int people);

    [LoggerMessage(LogLevel.Warning, "The calendar could not be looked into for {Job}; it is tried again in a minute")]
    private partial void LogFailed(Exception failure, string job);
}
