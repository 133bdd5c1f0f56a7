using Orleans.Concurrency;

namespace SupervisorBot.Chat.Clustering;

/// <summary>The rates of one thread in the whole cluster; its key is the conversation id.</summary>
internal interface IThreadRate : IGrainWithStringKey
{
    /// <summary>Reserves the next moment.</summary>
    /// <returns>How long from now, on the grain's own clock; zero for at once.</returns>
    [AlwaysInterleave]
    Task<TimeSpan> ReserveAsync();

    /// <summary>The call of the latest moment goes out only now.</summary>
    [OneWay]
    Task PostponeAsync();
}

/// <summary>The rate of one tenant in the whole cluster; its key is the tenant id.</summary>
internal interface ITenantRate : IGrainWithStringKey
{
    /// <summary>Reserves the next moments, for the calls that wait on one node.</summary>
    /// <param name="count">How many.</param>
    /// <returns>How long from now each is, in order.</returns>
    [AlwaysInterleave]
    Task<TimeSpan[]> ReserveAsync(int count);
}
