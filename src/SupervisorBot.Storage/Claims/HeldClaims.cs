using SupervisorBot.Storage.Schema;
using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Storage.Claims;

/// <summary>What a batch knows of claims.</summary>
internal sealed class HeldClaims
{
    private static readonly Statement Select = new(
        "SELECT gateway, vcc, call_id, operation_id, agent_id, holder, until FROM call_claims WHERE call_id = ANY($1)");

    private static readonly Statement Insert = new("""
        INSERT INTO call_claims (gateway, vcc, call_id, operation_id, agent_id, holder, until) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (gateway, vcc, call_id) DO NOTHING
        """);

    private static readonly Statement Replace = new("""
        UPDATE call_claims SET operation_id = $4, agent_id = $5, holder = $6, until = $7
        WHERE gateway = $1 AND vcc = $2 AND call_id = $3 AND operation_id = $8
        """);

    private static readonly Statement Delete = new("DELETE FROM call_claims WHERE operation_id = ANY($1)");

    private readonly HashSet<string> _calls = [];
    private readonly Dictionary<CallKey, HeldClaim> _claims = [];

    public void Want(Batch batch, CallKey call)
    {
        _calls.Add(call.CallId);
        batch.Lock("call", $"{call.Gateway}\n{call.Vcc}\n{call.CallId}");
    }

    public HeldClaim? Find(CallKey call) => _claims.GetValueOrDefault(call);

    public void Put(Batch batch, HeldClaim claim)
    {
        var (call, before) = (claim.Call, Find(claim.Call));
        _claims[call] = claim;
        if (before is null)
        {
            batch.WriteOne(Insert, call.Gateway, call.Vcc, call.CallId, claim.OperationId, claim.AgentId, claim.Holder, claim.Until);
        }
        else
        {
            batch.WriteOne(Replace, call.Gateway, call.Vcc, call.CallId, claim.OperationId, claim.AgentId, claim.Holder, claim.Until, before.OperationId);
        }
    }

    /// <summary>Gives free what interceptions have claimed.</summary>
    public void Release(Batch batch, IReadOnlyList<Guid> operationIds)
    {
        if (operationIds.Count == 0)
        {
            return;
        }

        foreach (var claim in _claims.Values.Where(claim => operationIds.Contains(claim.OperationId)).ToList())
        {
            _claims.Remove(claim.Call);
        }

        batch.Write(Delete, operationIds.ToArray());
    }

    public IEnumerable<Query> Queries()
    {
        if (_calls.Count > 0)
        {
            yield return new Query(Select, [_calls.ToArray()], row =>
            {
                var call = new CallKey(row.GetString(0), row.GetString(1), row.GetString(2));
                _claims[call] = new HeldClaim(call, row.GetGuid(3), row.GetInt32(4), row.GetString(5), row.GetTime(6));
            });
        }
    }
}
