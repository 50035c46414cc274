using System.Text;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Auditing;

/// <summary>
/// Verifies the audit log every night, and keeps its head where the owner of the database does not reach: in the program's log,
/// beside the copies of the backups in their second place, and in a file of heads.
/// </summary>
internal sealed partial class AuditLifetime(AuditWatch watch, DashboardSettings settings, TimeProvider time, ILogger<AuditLifetime> log) : BackgroundService
{
    /// <summary>What the file in the second place of the backups is called.</summary>
    public const string HeadsName = "xinzhou-audit-heads.txt";

    /// <summary>How often it is seen whether a look is due.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Later = TimeSpan.FromMinutes(10);

    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A new installation waits for its first night; one that slept through a night makes up for it.
        var begun = time.GetUtcNow();
        using var clock = new PeriodicTimer(Pause, time);
        try
        {
            do
            {
                await TryAsync(begun, stoppingToken);
            }
            while (await clock.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The application stops.
        }
    }

    private async Task TryAsync(DateTimeOffset begun, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (now < _notBefore) return;
        AuditSeal? sealedUpTo = null;
        try
        {
            var due = settings.Audit.DueBefore(now);
            var last = await watch.LastAsync(cancellation);
            if (due <= (last?.At ?? begun)) return;
            var found = await watch.RunAsync(due, settings.Audit.Digest, (head, seal, stop) => KeepAsync(head, sealedUpTo = seal, stop), cancellation);
            if (found is not { } verdict) return;
            if (verdict.Fault is { } fault) LogBroken(fault, verdict.Head);
            else LogSound(verdict.Events, verdict.Figures.Figures, verdict.Head);
            if (sealedUpTo is not null) LogSealed(sealedUpTo);
        }
        catch (Exception failure) when (failure.IsDatabaseError() || failure is IOException or UnauthorizedAccessException or TimeoutException)
        {
            _notBefore = now + Later;
            LogFailed(failure.Message, failure is IOException or UnauthorizedAccessException ? null : failure);
        }
    }

    private async Task KeepAsync(AuditHead head, AuditSeal? seal, CancellationToken cancellation)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow().ToOffset(Shanghai.Offset):yyyy-MM-dd'T'HH:mm:sszzz} {head}{(seal is null ? "" : $" sm3 {seal}")}\n");
        if (settings.Backup?.SecondFolder is { } second) await AddAsync(Path.Combine(second, HeadsName), line, cancellation);
        if (settings.Audit.HeadFile is { } file) await AddAsync(file, line, cancellation);
    }

    /// <summary>Adds a line; it is on the disk when this returns. The folder is not made: one that is missing is a disk that is not mounted.</summary>
    private static async Task AddAsync(string file, string line, CancellationToken cancellation)
    {
        await using var heads = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.Read);
        await heads.WriteAsync(Encoding.UTF8.GetBytes(line), cancellation);
        heads.Flush(flushToDisk: true);
    }

    [LoggerMessage(LogLevel.Information, "The audit log was verified: {Events} events and {Figures} figures are as they were written; it ends with {Head}")]
    private partial void LogSound(long events, long figures, AuditHead head);

    [LoggerMessage(LogLevel.Information, "The audit log was sealed by SM3: {Seal}")]
    private partial void LogSealed(AuditSeal seal);

    [LoggerMessage(LogLevel.Critical, "The audit log or what it answers for is NOT as it was written: {Fault}; it ends with {Head}. Somebody has changed the database behind this program")]
    private partial void LogBroken(string fault, AuditHead head);

    [LoggerMessage(LogLevel.Error, "The audit log was not verified, or its head not kept; it is tried again in some minutes: {Why}")]
    private partial void LogFailed(string why, Exception? failure);
}
