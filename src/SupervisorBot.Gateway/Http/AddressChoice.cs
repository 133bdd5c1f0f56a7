using Microsoft.Extensions.Logging;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Gateway.Sessions;

namespace SupervisorBot.Gateway.Http;

/// <summary>
/// Decides to which of the gateway's addresses each call of one session goes, and notes what came back.
/// <para>
/// A session stays with its address. After so many connections in a row that could not be made, every other read and poll tries the other address.
/// An act whose connection could not be made goes there once, at once; so does a sign-in. Nothing that was sent to one address is ever
/// sent to another. The session goes over to the other address when that one knows it: one that refuses the Guid says nothing about the session at its
/// own address, so the call is then told as what it was there, unreachable.
/// </para>
/// </summary>
internal sealed class AddressChoice(
    int agentId, IReadOnlyList<GatewayNode> nodes, SessionIdentity identity, GatewayOptions options, TimeProvider time, ILogger logger)
{
    /// <summary>
    /// A session that has been unheard for this long polls through an open circuit, at its own pace: an eighth of the time after which the gateway
    /// signs it out, so that no circuit of ours can use that up.
    /// </summary>
    private static readonly TimeSpan PressingAfter = PollPause.SignOutLimit / 8;

    private readonly long begin = time.GetTimestamp();
    private long answeredAt;
    private int failuresInARow;
    private volatile GatewayFault lastFault = GatewayFault.Connection;

    /// <summary>The timestamp of the last readable answer; null before the first.</summary>
    public long? LastAnsweredAt => Interlocked.Read(ref answeredAt) is var at and not 0 ? at : null;

    public TimeSpan? SinceLastAnswer => LastAnsweredAt is { } at ? time.GetElapsedTime(at) : null;

    /// <summary>Chooses the address of a call, and puts it there.</summary>
    /// <exception cref="NotTriedException">Every circuit is open.</exception>
    public GatewayNode Choose(GatewayCall call)
    {
        var inUse = identity.InUse;
        var preferred = nodes.Count > 1 && IsTrialDue(call) ? Other(inUse) : inUse;
        if (TryPut(call, preferred, inUse) || (nodes.Count > 1 && TryPut(call, Other(preferred), inUse)))
        {
            return nodes[call.Address];
        }

        throw new NotTriedException();
    }

    /// <summary>The other address for an act or sign-in that surely was not sent; null where there is none.</summary>
    public GatewayNode? ChooseAgain(GatewayCall call) =>
        nodes.Count > 1 && call.Kind is CallKind.Act or CallKind.SignIn && TryPut(call, Other(call.Address), identity.InUse) ? nodes[call.Address] : null;

    /// <summary>Notes that the node answered with something.</summary>
    public void Reached(GatewayNode node)
    {
        if (node.Circuit.Succeeded())
        {
            Log.CircuitClosed(logger, node.Name);
        }
    }

    /// <summary>Notes that no answer came.</summary>
    /// <param name="node">The node.</param>
    /// <param name="unsent">What went wrong with a request that surely was not sent, else null.</param>
    public void Missed(GatewayNode node, GatewayFault? unsent)
    {
        if (unsent is { } fault)
        {
            lastFault = fault;
            Interlocked.Increment(ref failuresInARow);
        }

        if (node.Circuit.Failed())
        {
            Log.CircuitOpened(logger, node.Name);
        }
    }

    /// <summary>Judges a readable answer, and goes over to an address on trial that knows the session.</summary>
    public GatewayResult<T> Settle<T>(GatewayCall call, GatewayResult<T> result)
    {
        if (call is { IsTrial: true, IsSignIn: false })
        {
            if (result.Session is SessionVerdict.Gone or SessionVerdict.Doubtful)
            {
                // It counts as a failed try, so that the next goes to the session's own address.
                Interlocked.Increment(ref failuresInARow);
                return GatewayResult.Failed<T>(new Unreachable(lastFault));
            }

            if (result.Session == SessionVerdict.Alive && identity.MoveTo(call))
            {
                Log.Moved(logger, agentId, nodes[call.Address].Name);
            }
        }
        else if (call.IsTrial && result.IsSuccess)
        {
            Log.Moved(logger, agentId, nodes[call.Address].Name);
        }

        Interlocked.Exchange(ref failuresInARow, 0);

        // A clock that reads 0 has hardly begun; 0 itself means never.
        Interlocked.Exchange(ref answeredAt, Math.Max(time.GetTimestamp(), 1));
        return result;
    }

    private bool IsTrialDue(GatewayCall call)
    {
        var beyond = Volatile.Read(ref failuresInARow) - options.FailoverAfter;
        return call.Kind is CallKind.Read or CallKind.KeepAlive && beyond >= 0 && beyond % 2 == 0;
    }

    private bool TryPut(GatewayCall call, int address, int inUse)
    {
        if (!nodes[address].Circuit.TryEnter(IsPressing(call)))
        {
            return false;
        }

        call.Address = address;
        call.IsTrial = address != inUse;
        call.FreshGuid = null;
        return true;
    }

    private bool IsPressing(GatewayCall call) => call.Kind == CallKind.KeepAlive && time.GetElapsedTime(LastAnsweredAt ?? begin) >= PressingAfter;

    private static int Other(int address) => 1 - address;
}
