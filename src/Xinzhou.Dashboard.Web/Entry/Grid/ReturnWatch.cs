using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Threading.Channels;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Web.Account;

namespace Xinzhou.Dashboard.Web.Entry.Grid;

/// <summary>
/// Follows a return for an open page: looks when a change of any return is announced, and every few seconds, since cells
/// are not announced and a session may end.
/// </summary>
/// <param name="returns">Reads what tells one state from the next.</param>
/// <param name="follower">Hears what commits announce.</param>
/// <param name="sessions">Says whether the reader's session still holds.</param>
/// <param name="lifetime">Ends the watch when the application stops.</param>
/// <param name="time">The clock.</param>
public sealed class ReturnWatch(
    ReturnList returns, SnapshotFollower follower, Sessions sessions, IHostApplicationLifetime lifetime, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>An event "state" (state|version|stamp) at first and after every change; "ended" last, when the session has.</summary>
    public async IAsyncEnumerable<(string Name, string Data)> FollowAsync(
        int id, ClaimsPrincipal reader, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        var announced = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        void Announce() => announced.Writer.TryWrite(true);
        follower.ReturnsChanged += Announce;
        try
        {
            string? said = null;
            while (!stop.IsCancellationRequested)
            {
                if (!await HoldsAsync(reader, stop.Token))
                {
                    yield return ("ended", "");
                    yield break;
                }

                if (await LoadAsync(id, stop.Token) is { } seen && seen != said)
                {
                    yield return ("state", said = seen);
                }

                await Task.WhenAny(announced.Reader.WaitToReadAsync(stop.Token).AsTask(), Task.Delay(Pause, time, stop.Token));
                announced.Reader.TryRead(out _);
            }
        }
        finally
        {
            follower.ReturnsChanged -= Announce;
        }
    }

    private async ValueTask<bool> HoldsAsync(ClaimsPrincipal reader, CancellationToken cancellation)
    {
        try
        {
            return await sessions.HoldsAsync(reader, cancellation);
        }
        catch (Exception failure) when (failure.IsDatabaseError())
        {
            // Nobody can say, and there is nothing to tell him either.
            return true;
        }
    }

    private async Task<string?> LoadAsync(int id, CancellationToken cancellation)
    {
        try
        {
            return await returns.StampAsync(id, cancellation);
        }
        catch (Exception failure) when (failure.IsDatabaseError())
        {
            // Looked again in a while.
            return null;
        }
    }
}
