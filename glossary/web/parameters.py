"""Which parameters an address of the API takes: those that its description names."""

from http import HTTPStatus

from fastapi import Request

from glossary.web.problems import Problem, Refused


async def refuse_unknown_parameters(request: Request) -> None:
    """Raise Refused for a parameter that the endpoint does not have.

    One that is misspelt, such as ``subject_feild``, would be passed over, and the whole base exported.
    Asynchronous, so that no request waits for a thread.
    """
    endpoint = request.app.openapi()["paths"].get(request.scope["route"].path)
    if endpoint is None:  # a page
        return
    declared = endpoint[request.method.lower()].get("parameters", ())
    known = [one["name"] for one in declared if one["in"] == "query"]
    unknown = sorted(set(request.query_params) - set(known))
    if unknown:
        told = f"known: {', '.join(known)}" if known else "it takes none"
        detail = f"there is no parameter {', '.join(map(repr, unknown))} here; {told}"
        raise Refused(Problem(status=HTTPStatus.BAD_REQUEST, detail=detail))
