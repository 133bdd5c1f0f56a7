using System.Globalization;
using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.History;

/// <summary>Uses a ticket, among the requests that were answered; it is told whether it was the first use once it is stored.</summary>
internal sealed class UseTicketChange(Guid id) : Change<UseTicketChange>
{
    private static readonly Statement Insert = new("INSERT INTO handled_requests (request_id, receipt, at) VALUES ($1, $2, $3) ON CONFLICT (request_id) DO NOTHING");

    private readonly string _request = $"ticket/{id.ToString("N", CultureInfo.InvariantCulture)}";

    public bool IsFirst { get; private set; }

    public override string Line => _request;

    public override void Prepare(Batch batch)
    {
        // It needs to know nothing.
    }

    protected override UseTicketChange Decide(Batch batch)
    {
        batch.WriteCounted(Insert, rows => IsFirst = rows == 1, _request, "", batch.Now);
        return this;
    }
}
