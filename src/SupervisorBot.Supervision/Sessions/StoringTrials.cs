using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Supervision.Sessions;

/// <summary>
/// Decides, of one commit that fails, whether it is tried again. A storage that is away is waited for: as long as it takes where the gateway or a clock said
/// something, which happens once only; briefly where somebody waits for an answer. What the storage will never take is given up.
/// </summary>
/// <param name="isAwaited">Whether somebody waits for the answer.</param>
/// <param name="limit">How long an awaited one is tried.</param>
internal sealed class StoringTrials(bool isAwaited, TimeSpan limit)
{
    private const int TriesOfADefect = 3;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private int _defects;
    private bool _mayBeStored;
    private TimeSpan _began;

    /// <summary>How long to wait before it is tried again.</summary>
    public TimeSpan Pause { get; private set; }

    /// <summary>What to do after a try that failed.</summary>
    /// <param name="failure">Why it failed.</param>
    /// <param name="elapsed">For how long it has been tried.</param>
    public StoringNext After(Exception failure, TimeSpan elapsed)
    {
        Pause = Pause == TimeSpan.Zero ? FirstPause : Pause * 2 < LongestPause ? Pause * 2 : LongestPause;
        if (failure is StoreUnavailableException)
        {
            _mayBeStored |= failure is StoreOutcomeUnknownException;
            // A further try is expected to take as long as this one did: whoever waits hears of it within the limit.
            var next = elapsed + Pause + (elapsed - _began);
            _began = elapsed + Pause;
            return isAwaited && next > limit ? GivenUp : StoringNext.Again;
        }

        // Whatever cannot be stored is most likely in a message; what happened counts for more than what is told of it.
        return ++_defects switch
        {
            < TriesOfADefect => StoringNext.Again,
            TriesOfADefect => StoringNext.WithoutMessages,
            < 2 * TriesOfADefect => StoringNext.Again,
            _ => GivenUp,
        };
    }

    /// <summary>What is known not to be stored, and is asked for by somebody, has simply failed. Otherwise only what is stored tells how to go on.</summary>
    private StoringNext GivenUp => isAwaited && !_mayBeStored ? StoringNext.Fail : StoringNext.OpenAnew;
}
