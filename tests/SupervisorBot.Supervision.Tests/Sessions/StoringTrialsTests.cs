using SupervisorBot.Supervision.Sessions;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Supervision.Tests.Sessions;

/// <summary>How often a turn that cannot be stored is tried, and what becomes of it.</summary>
public sealed class StoringTrialsTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(7);

    [Theory]
    [InlineData(true, nameof(StoringNext.OpenAnew))]
    [InlineData(false, nameof(StoringNext.Fail))]
    public void What_somebody_waits_for_is_tried_briefly_and_fails_only_where_it_is_known_not_to_be_stored(bool mayBeStored, string expected)
    {
        var trials = new StoringTrials(isAwaited: true, Limit);

        Assert.Equal(StoringNext.Again, trials.After(Away(mayBeStored), TimeSpan.Zero));
        Assert.Equal(StoringNext.Again, trials.After(Away(false), TimeSpan.FromSeconds(1)));
        Assert.Equal(expected, trials.After(Away(false), Limit).ToString());
    }

    [Fact]
    public void A_try_that_would_end_too_late_for_whoever_waits_is_not_begun()
    {
        var trials = new StoringTrials(isAwaited: true, Limit);

        Assert.Equal(StoringNext.Fail, trials.After(Away(mayBeStored: false), TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public void What_nobody_waits_for_is_tried_until_it_is_stored_with_pauses_that_grow_to_a_limit()
    {
        var trials = new StoringTrials(isAwaited: false, Limit);
        var pauses = Enumerable.Range(0, 50).Select(n =>
        {
            Assert.Equal(StoringNext.Again, trials.After(Away(true), TimeSpan.FromMinutes(n)));
            return trials.Pause;
        }).ToList();

        Assert.Equal(pauses.Order(), pauses);
        Assert.Equal((TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5)), (pauses[0], pauses[^1]));
    }

    [Theory]
    [InlineData(true, nameof(StoringNext.Fail))]
    [InlineData(false, nameof(StoringNext.OpenAnew))]
    public void What_the_storage_never_takes_is_tried_without_its_messages_and_then_given_up(bool isAwaited, string expected)
    {
        var trials = new StoringTrials(isAwaited, Limit);
        var defect = new InvalidOperationException("It does not fit.");

        Assert.Equal(
            ["Again", "Again", "WithoutMessages", "Again", "Again", expected],
            Enumerable.Range(0, 6).Select(_ => trials.After(defect, TimeSpan.Zero).ToString()));
    }

    private static StoreUnavailableException Away(bool mayBeStored) =>
        mayBeStored ? new StoreOutcomeUnknownException() : new StoreUnavailableException("The database cannot be reached.");
}
